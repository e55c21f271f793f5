package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import org.apusilta.volunteer.internal.TrainingDay;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.Trainings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The trainings to come, for everybody to read (R26). Signing up is by the link of one's own, or by phone. */
@Controller
@Hidden
class CalendarPage {

    private final Trainings trainings;
    private final TrainingSessions sessions;
    private final TrainingDay day;

    CalendarPage(Trainings trainings, TrainingSessions sessions, TrainingDay day) {
        this.trainings = trainings;
        this.sessions = sessions;
        this.day = day;
    }

    @GetMapping("/training")
    String show(Locale language, Model model) {
        model.addAttribute("lines", day.lines(sessions.coming(), language));
        model.addAttribute("online", trainings.courses(language).stream().filter(one -> one.way().equals("ONLINE")).toList());
        return "volunteer/training-calendar";
    }
}
