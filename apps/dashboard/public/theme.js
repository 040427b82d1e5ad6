// Runs before the first paint, so that the chosen theme never flashes in.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const choice = localStorage.getItem('kshot-theme');
    const dark = choice === 'dark' || (choice !== 'light' && system.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    dispatchEvent(new Event('kshot-theme'));
  };
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('kshot-theme-choice', apply);
  apply();
})();
