import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { calendarDate, date, hour } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { useLinkState, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import type { FileWhole } from './acts.ts'
import style from './File.module.css'

const words = fileActs.person

/** Whose file it is and who did what on it: shown when asked, since each look leaves a trace. */
export function Who({
  whole,
  wrong,
  onLook,
}: {
  readonly whole: FileWhole | null
  readonly wrong: string | null
  readonly onLook: () => void
}) {
  return (
    <Group title={fileActs.sections.who}>
      {whole && (
        <>
          <Person whole={whole} />
          <History whole={whole} />
        </>
      )}
      {wrong !== null && <p role="alert">{wrong}</p>}
      <p className={style.trace}>
        <Button size="dense" onPress={onLook}>
          {whole ? words.again : words.show}
        </Button>
        <span className={lettering.under}>{words.traced}</span>
      </p>
    </Group>
  )
}

function Person({
  whole: { person, ministry, assistance, erased, receivers },
}: {
  readonly whole: FileWhole
}) {
  const known = [
    ...(person?.usageName ? [words.usage(person.usageName.name)] : []),
    ...(person?.birthDate ? [words.born(calendarDate(person.birthDate))] : []),
    ...(person?.contact ? [words.contact(person.contact)] : []),
    ...(ministry ? [words.receipt(ministry.issuer, ministry.number)] : []),
    ...(receivers.some((name) => name !== null)
      ? [words.receivers(receivers.filter((name) => name !== null))]
      : []),
    ...(assistance ? [words.assisted(assistance.site, assistance.number)] : []),
  ]
  return (
    <>
      <p className={lettering.strong}>
        {person
          ? [person.familyName, person.firstName].filter(Boolean).join(' ')
          : erased
            ? words.erased
            : words.none}
      </p>
      <ul role="list" className={style.details}>
        {known.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function History({ whole: { acts } }: { readonly whole: FileWhole }) {
  const { zone } = useOffice()
  const nameOf = useNames()
  return (
    <ol aria-label={words.history} className={style.lines}>
      {acts.map(({ act, mistaken, cancelled, at, agentId }, index) => (
        // An act has no id of its own here, and the list only grows.
        <li key={`${at} ${index}`}>
          {actSaid(filesPage.acts[act], { mistaken, cancelled })}
          <span className={lettering.under}>
            {date(at, zone)}, {hour(at, zone)}
            {agentId !== null && ` · ${words.by(nameOf(agentId))}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What was undone is said by the act that it undoes. */
function actSaid(
  act: string,
  { mistaken, cancelled }: Pick<FileWhole['acts'][number], 'mistaken' | 'cancelled'>,
): string {
  if (cancelled) return filesPage.cancelledAct(act)
  return mistaken ? filesPage.mistakenAct(act) : act
}

/** The agents' names where this session may know them, else their ids. */
function useNames(): (agentId: string) => string {
  const role = useLinkState((link) => link.role)
  const view = useView('agents.view', {})
  return (agentId) => {
    const agent = role === 'agent' ? view?.agents.find((each) => each.agentId === agentId) : undefined
    return agent?.name ? `${agent.name.firstName} ${agent.name.familyName}` : (agent?.pseudonym ?? agentId)
  }
}
