// The register: a file too large is said so before it travels, and a run shows how far it is. All of it works without this, too.
'use strict';
document.querySelectorAll('form[data-largest]').forEach(form => form.addEventListener('submit', event => {
  const file = form.querySelector('input[type=file]').files[0];
  const box = document.getElementById('too-large');
  box.hidden = !(file && file.size > Number(form.dataset.largest));
  if (!box.hidden) {
    event.preventDefault();
    box.scrollIntoView();
  }
}));
document.querySelectorAll('progress[data-progress]').forEach(bar => {
  const look = () => fetch(bar.dataset.progress, {headers: {Accept: 'application/json'}}).then(answer => answer.json()).then(now => {
    bar.value = now.done;
    if (now.state === 'RUNNING' || now.state === 'SENDING') {
      setTimeout(look, 1000);
    } else {
      location.reload();
    }
  }).catch(() => setTimeout(look, 5000));
  setTimeout(look, 700);
});
