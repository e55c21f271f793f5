// The form library (form-js) keeps the error of a field that is hidden again, and Tasklist's button stays shut for it though nothing
// wrong is to be seen: "why not the first?", sent empty, then the first chosen after all. When no error is shown any more the button
// opens; sending checks the whole form anew, here and on the server.

const SETTLED = 200;

const open = form => {
  if (form.isConnected && !form.closest('.disabled-form, .task-removed') && !form.querySelector('.fjs-form-field-error')) {
    document.querySelectorAll('.form-actions button[ng-click="complete()"]:disabled').forEach(button => { button.disabled = false; });
  }
};

document.addEventListener('change', event => {
  const form = event.target.closest('.fjs-container');
  if (form) {
    setTimeout(() => open(form), SETTLED);
  }
}, true);

export default [];
