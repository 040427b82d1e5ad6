/** The title of the window: React lifts it into the head. */
export const PageTitle = ({ title }: { title: string }) => <title>{`${title} · Kshot`}</title>;
