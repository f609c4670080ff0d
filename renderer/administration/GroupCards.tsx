import { useRef, useState } from 'react'
import { administrationNav } from '../../shared/messages/office/administrationNav.fr.ts'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import { classes } from '../ui/classes.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import style from './HomePage.module.css'
import { groupIcons } from './groupIcons.ts'
import { sectionGroups, sectionTitles, type Section, type SectionGroup } from '../settings/sections.ts'

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Every setting, in six groups: a figure chooses the group, another one the part, Escape gives the figures back to the groups. */
export function GroupCards({
  office,
  broken,
  toSet,
  onGo,
}: {
  readonly office: string
  /** How many matters a group has. */
  readonly broken: (group: SectionGroup) => number
  readonly toSet: (group: SectionGroup) => number
  readonly onGo: (section: Section) => void
}) {
  const [chosen, setChosen] = useState<SectionGroup | null>(null)
  const cards = useRef<HTMLElement>(null)
  const choose = (group: SectionGroup) => {
    setChosen(group)
    cards.current?.querySelector<HTMLElement>(`[data-group="${group}"] button`)?.focus()
  }
  const press = (digit: number) => {
    const sections = sectionGroups.find(({ group }) => group === chosen)?.sections
    const section = sections?.[digit - 1]
    if (section) return onGo(section)
    const group = sections ? undefined : sectionGroups[digit - 1]?.group
    if (group) choose(group)
  }
  useKeys({
    ...Object.fromEntries(digits.map((digit) => [`Digit${digit}`, () => press(digit)])),
    Escape: chosen === null ? undefined : () => setChosen(null),
  })
  return (
    <section aria-label={words.settings} className={style.part}>
      <h2 className={style.heading}>
        <span>{words.settings}</span>
        <span className={style.aside}>{words.keys}</span>
      </h2>
      <nav ref={cards} aria-label={administrationNav.label} className={style.cards}>
        {sectionGroups.map(({ group, sections }, at) => {
          const Icon = groupIcons[group]
          const [wrong, lacking] = [broken(group), toSet(group)]
          return (
            <div
              key={group}
              role="group"
              data-group={group}
              aria-labelledby={`group-${group}`}
              className={classes(style.card, chosen === group && style.chosen)}
            >
              <div className={style.cardHead}>
                <Icon aria-hidden size={26} className={style.groupIcon} />
                <h3 id={`group-${group}`} className={style.group}>
                  {administrationNav.groups[group](office)}
                </h3>
                {wrong > 0 && <span className={style.stop}>{words.brokenIn(wrong)}</span>}
                {wrong === 0 && lacking > 0 && (
                  <span className={style.attention}>{words.toSetIn(lacking)}</span>
                )}
                {chosen === null && <KeyCap>{String(at + 1)}</KeyCap>}
              </div>
              <ul role="list" className={style.links}>
                {sections.map((section, place) => (
                  <li key={section}>
                    {chosen === group && (
                      <span aria-hidden>
                        <KeyCap>{String(place + 1)}</KeyCap>
                      </span>
                    )}
                    <button type="button" className={style.link} onClick={() => onGo(section)}>
                      {sectionTitles[section]}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
    </section>
  )
}
