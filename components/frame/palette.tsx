'use client';

import { Command } from 'cmdk';
import { Building2, CornerDownLeft, Moon, Search, SunMedium } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { Dialog, DialogContent } from '@/components/ui/dialog.tsx';
import { Kbd } from '@/components/ui/kbd.tsx';
import { leaves, type NavGroup } from './nav.ts';

type FoundAccounts = { rows: readonly { account: string; name: string | null }[] };
const SHOWN_ACCOUNTS = 8;

type PaletteProps = { slug: string; nav: readonly NavGroup[] };

/** Search or jump to: pages, accounts by name or identifier, and what can be switched. Opens with ⌘K or Ctrl K. */
export function Palette({ slug, nav }: PaletteProps) {
  const [open, setOpen] = useState(false);
  useShortcut(() => setOpen(true));
  return (
    <>
      <button
        type="button"
        aria-label="Search or jump to"
        onClick={() => setOpen(true)}
        className="inline-flex h-8 items-center gap-2 rounded-md border bg-card px-2.5 text-muted-foreground text-sm hover:text-foreground max-sm:border-transparent max-sm:bg-transparent sm:w-60"
      >
        <Search aria-hidden="true" className="size-4" strokeWidth={1.75} />
        <span className="flex-1 text-left max-sm:hidden">Search or jump to</span>
        <span className="max-sm:hidden">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent title="Search or jump to" size="md">
          <Finder slug={slug} nav={nav} done={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  );
}

function Finder({ slug, nav, done }: PaletteProps & { done: () => void }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const address = dataAddress(slug, 'accounts', { q, state: 'all', limit: String(SHOWN_ACCOUNTS) });
  const { data } = useData<FoundAccounts>(address, { enabled: q !== '' });
  const accounts = q === '' ? [] : (data?.rows ?? []);
  const go = (href: string) => {
    done();
    router.push(href as Route);
  };
  const pages = leaves(nav).filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Command shouldFilter={false} label="Search or jump to" className="px-2 py-2">
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        placeholder="A page, or an account by name or identifier"
        className="mb-2 h-9 w-full rounded-md border border-input bg-card px-3 text-sm outline-none focus-visible:ring-2 focus-visible:ring-ring"
      />
      <Command.List className="max-h-80 overflow-y-auto">
        <Command.Empty className="px-3 py-6 text-center text-muted-foreground text-sm">
          Nothing matches. Accounts are found by name or by the beginning of the identifier.
        </Command.Empty>
        {pages.length > 0 && (
          <Group heading="Pages">
            {pages.map(({ href, label }) => (
              <Item key={href} value={href} icon={<CornerDownLeft />} onSelect={() => go(href)}>
                {label}
              </Item>
            ))}
          </Group>
        )}
        {accounts.length > 0 && (
          <Group heading="Accounts">
            {accounts.map(({ account, name }) => (
              <Item
                key={account}
                value={`account ${account}`}
                icon={<Building2 />}
                onSelect={() => go(`/${slug}/accounts/${encodeURIComponent(account)}`)}
              >
                {name ?? account}
                <span className="ml-2 truncate font-mono text-muted-foreground text-xs">{account}</span>
              </Item>
            ))}
          </Group>
        )}
        {'theme light dark'.includes(text.trim().toLowerCase()) && <ThemeAction done={done} />}
      </Command.List>
    </Command>
  );
}

function ThemeAction({ done }: { done: () => void }) {
  const { resolvedTheme, setTheme } = useTheme();
  const other = resolvedTheme === 'dark' ? 'light' : 'dark';
  const choose = () => {
    setTheme(other);
    done();
  };
  return (
    <Group heading="Actions">
      <Item value="theme" icon={other === 'light' ? <SunMedium /> : <Moon />} onSelect={choose}>
        Switch to the {other} theme
      </Item>
    </Group>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="pb-1 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

function Item({ value, icon, onSelect, children }: { value: string; icon: ReactNode; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-3 text-sm data-[selected=true]:bg-accent [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
    >
      {icon}
      {children}
    </Command.Item>
  );
}

/** ⌘K, or Ctrl K, wherever the focus is. */
function useShortcut(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
