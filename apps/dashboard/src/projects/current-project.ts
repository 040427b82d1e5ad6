const KEY = 'kshot project';

/** The project that pages show and new things go to; null for all that one sees. Kept in this browser. */
export function currentProject(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is closed to this page
  }
}

/** Shows another project from now on: everything is asked for again. */
export function chooseProject(id: string | null): void {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
  location.reload();
}
