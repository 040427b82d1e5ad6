/** A few points and the line between two classes. */
export function Logo() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 text-accent" aria-hidden="true">
      <path d="M4 17 16 3" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="5" cy="6" r="2" fill="currentColor" />
      <circle cx="9.5" cy="3.5" r="1.5" fill="currentColor" opacity="0.55" />
      <circle cx="15" cy="13" r="2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="10.5" cy="16.5" r="1.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
