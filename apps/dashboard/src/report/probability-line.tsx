/** How a model's probabilities are calibrated. */
export const ProbabilityLine = ({ text }: { text: string | null }) =>
  text && (
    <p className="mt-3 max-w-[72ch] text-muted">
      <span className="font-medium text-ink">Probabilities:</span> {text}
    </p>
  );
