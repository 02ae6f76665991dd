// Speed and comfort only: every page works without this file.

// A button that only a script can serve is hidden until the script is here.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
