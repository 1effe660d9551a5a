import { PageLoading } from '@/app/[workspace]/page-loading.tsx';

export default PageLoading;
