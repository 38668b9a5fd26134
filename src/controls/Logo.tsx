/** The mark: the paved corner, and the trail people tread across it. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} fill="none" aria-hidden="true">
      <path
        d="M6 27V11a5 5 0 0 1 5-5h15"
        stroke="var(--line-strong)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M6 27c.5-8 5-9.5 10-11.5S24.5 11 26 6"
        stroke="var(--accent)"
        strokeWidth="3.75"
        strokeLinecap="round"
      />
      <circle cx="6" cy="26.5" r="3.25" fill="var(--text)" />
      <circle cx="26" cy="6" r="3.25" fill="var(--text)" />
    </svg>
  );
}
