import { use, useEffect, useRef, useState } from 'react'
import { helpPanel as words, type HelpPage } from '../../shared/messages/help/help.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { LawSearch } from '../law/LawSearch.tsx'
import { SafetyContext } from '../safety/offered.ts'
import { Button } from '../ui/Button.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Help.module.css'
import { Handbook } from './Handbook.tsx'
import { useKeysShown } from './keys.ts'
import { Told } from './Told.tsx'

type Tab = keyof typeof words.tabs
const tabs = Object.keys(words.tabs) as readonly Tab[]

/**
 * The help of a screen, at its edge: nothing is held back behind it, so that what it tells can be done while it is read.
 * Escape is its own while the focus is in it.
 */
export default function HelpPanel({
  page,
  onClose,
}: {
  readonly page: HelpPage
  readonly onClose: () => void
}) {
  const [tab, setTab] = useState<Tab>('screen')
  const panel = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useEffect(() => {
    const help = panel.current
    const leave = ({ key, target }: KeyboardEvent) => {
      // The search's own field is emptied first, and closes then.
      if (key === 'Escape' && !(target instanceof Element && target.matches('[role="combobox"]'))) onClose()
    }
    help?.addEventListener('keydown', leave)
    return () => help?.removeEventListener('keydown', leave)
  }, [onClose])
  return (
    <aside ref={panel} aria-label={words.label} data-own-escape className={style.panel}>
      <header className={style.head}>
        <h2 ref={title} tabIndex={-1} className={lettering.title}>
          {page.title}
        </h2>
        <Button size="dense" onPress={onClose}>
          {words.close}
        </Button>
      </header>
      <Choice
        hidden
        label={words.tabsLabel}
        value={tab}
        options={tabs.map((value) => ({ value, title: words.tabs[value] }))}
        onChange={setTab}
      />
      {tab === 'screen' && <Screen page={page} panel={panel} onClose={onClose} />}
      {tab === 'texts' && <LawSearch onClose={onClose} />}
      {tab === 'handbook' && <Handbook />}
    </aside>
  )
}

/** What the screen does, how, its keys and its rule. */
function Screen({
  page,
  panel,
  onClose,
}: {
  readonly page: HelpPage
  readonly onClose: () => void
  readonly panel: { readonly current: HTMLElement | null }
}) {
  return (
    <div className={style.content} role="region" aria-label={words.tabs.screen} {...{ tabIndex: 0 }}>
      <Told page={page} level="h3" />
      <h3 className={style.under}>{words.keys}</h3>
      <Keys panel={panel} />
      <Safe onClose={onClose} />
    </div>
  )
}

/** How whoever receives asks for help without a sound, and tells an incident afterwards. */
function Safe({ onClose }: { readonly onClose: () => void }) {
  const safety = use(SafetyContext)
  if (safety === null) return null
  return (
    <section aria-label={words.safety}>
      <h3 className={style.under}>{words.safety}</h3>
      <p>
        <KeyCap>{words.alertKey}</KeyCap> {words.alertHelp}
      </p>
      <p className={style.acts}>
        <Button
          size="dense"
          onPress={() => {
            safety.raise()
            onClose()
          }}
        >
          {words.alert}
        </Button>
        <Button size="dense" onPress={safety.fill}>
          {words.incident}
        </Button>
      </p>
    </section>
  )
}

function Keys({ panel }: { readonly panel: { readonly current: HTMLElement | null } }) {
  const keys = useKeysShown(panel)
  if (keys.length === 0) return <p>{words.noKey}</p>
  return (
    <table className={style.keys}>
      <thead>
        <tr>
          <th scope="col">{words.keyColumn}</th>
          <th scope="col">{words.actColumn}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ key, does, applies }) => (
          <tr key={`${key} ${does}`}>
            <th scope="row">
              <KeyCap>{key}</KeyCap>
            </th>
            <td>
              {does}
              {!applies && <span className={lettering.small}> ({words.notNow})</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
