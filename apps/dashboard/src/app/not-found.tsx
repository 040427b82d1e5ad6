import { MissingPage } from '@/ui/page/missing-page';

export default function NotFound() {
  return <MissingPage what="page" list="/" />;
}
