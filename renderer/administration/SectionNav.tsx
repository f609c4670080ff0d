import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { administrationNav as words } from '../../shared/messages/office/administrationNav.fr.ts'
import { useOffice } from '../link/office.ts'
import { classes } from '../ui/classes.ts'
import style from './SectionNav.module.css'
import { sectionGroups, sectionTitles, type Section } from '../settings/sections.ts'

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/**
 * Where one is in the administration, and where one can go: beside the page, or folded under the name of the current
 * part where a side has no room. Each part is a stop of Tab, and the arrows go from one to the next.
 */
export function SectionNav({
  current,
  onGo,
}: {
  readonly current: Section
  readonly onGo: (section: Section | null) => void
}) {
  const { name } = useOffice()
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  // Reached by its address, a part may be further than the list shows. `scrollIntoView` would also begin Tab there, past
  // all that comes before it.
  useEffect(() => {
    const part = list.current?.querySelector('[aria-current]')?.getBoundingClientRect()
    const box = list.current?.parentElement
    const room = box?.getBoundingClientRect()
    if (!part || !box || !room) return
    if (part.top < room.top || part.bottom > room.bottom)
      box.scrollTop += part.top - room.top - room.height / 2
  }, [current])
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const parts = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = parts.findIndex((part) => part === document.activeElement)
    if (event.key === 'Escape' && open) {
      setOpen(false)
      menu.current?.focus()
    }
    if (!step || at < 0) return
    event.preventDefault()
    parts[step(at, parts.length)]?.focus()
  }
  const go = (section: Section | null) => {
    onGo(section)
    if (!open) return
    setOpen(false)
    menu.current?.focus()
  }
  return (
    <nav aria-label={words.label} className={style.nav}>
      <button
        ref={menu}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className={style.menu}
        onClick={() => setOpen(!open)}
        onKeyDown={move}
      >
        {words.menu(sectionTitles[current])}
        <ChevronDown aria-hidden size={20} />
      </button>
      <div id={id} ref={list} className={classes(style.groups, open && style.open)}>
        <button type="button" className={style.section} onClick={() => go(null)} onKeyDown={move}>
          {words.home}
        </button>
        {sectionGroups.map(({ group, sections }) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`} className={style.group}>
              {words.groups[group](name)}
            </p>
            {sections.map((section) => (
              <button
                key={section}
                type="button"
                aria-current={section === current ? 'page' : undefined}
                className={classes(style.section, section === current && style.current)}
                onClick={() => go(section)}
                onKeyDown={move}
              >
                {sectionTitles[section]}
              </button>
            ))}
          </div>
        ))}
      </div>
    </nav>
  )
}
