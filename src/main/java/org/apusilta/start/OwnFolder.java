package org.apusilta.start;

import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/** Takes the demo's data folder before anything else begins, so that a second copy stops at once; later it is the bean {@code dataFolder}. */
class OwnFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent starting) {
        var settings = starting.getEnvironment();
        if (!settings.acceptsProfiles(Profiles.of("demo")) || SomeDatabase.given(settings)) {
            return;
        }
        var folder = DataFolder.open(Path.of(settings.getProperty("apusilta.data", "data")));
        starting.getBootstrapContext().addCloseListener(ready -> {
            var beans = ready.getApplicationContext().getBeanFactory();
            beans.registerSingleton("dataFolder", folder);
            ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("dataFolder", (DisposableBean) folder::close);
        });
    }
}
