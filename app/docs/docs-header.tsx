import { Logo } from '@/components/frame/logo.tsx';
import { ThemeSwitch } from '@/components/frame/theme-switch.tsx';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';

export function DocsHeader() {
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center justify-between gap-3 border-b bg-background px-6 max-sm:px-3">
      <p className="flex min-w-0 items-center gap-2.5 font-semibold text-sm">
        <Logo />
        Perennial
        <span className="truncate font-normal text-muted-foreground">HTTP interface</span>
      </p>
      <div className="flex items-center gap-2">
        <ThemeSwitch />
        <Button asChild>
          <AppLink href="/">Open the console</AppLink>
        </Button>
      </div>
    </header>
  );
}
