/** A message as it went, to be read by an engineer. */
export const Json = ({ label, value }: { label: string; value: unknown }) => (
  <pre
    aria-label={label}
    role="region"
    tabIndex={0}
    className="max-h-72 overflow-auto rounded-md border border-line bg-raised px-3 py-2 font-mono text-[0.86rem] whitespace-pre-wrap wrap-anywhere"
  >
    {JSON.stringify(value, null, 2)}
  </pre>
)
