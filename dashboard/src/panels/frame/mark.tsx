/** The sign of the product. */
export const Mark = ({ size = 26 }: { size?: number }) => (
  <svg aria-hidden viewBox="0 0 32 32" width={size} height={size} className="shrink-0">
    <path className="text-accent" fill="currentColor" d="M16 1.5 28.6 8.7v14.6L16 30.5 3.4 23.3V8.7z" />
    <path className="text-on-accent" fill="currentColor" d="m16 8 6.6 14.4L16 18.9l-6.6 3.5z" />
  </svg>
)
