import { useState } from 'react'
import type { AgentId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { rights, type Right } from '../../../shared/contract/people/calls.ts'
import { date, hour } from '../../../shared/messages/format/numbers.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand } from '../../link/hooks.ts'
import lettering from '../../ui/Lettering.module.css'
import { Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import style from './People.module.css'
import { GiveBadge } from './GiveBadge.tsx'
import { personName } from './personName.ts'

type View = Output<'people.view'>
type Person = View['people'][number]
const words = peopleWords.page

/** What is being done for one person, under the table. */
type Doing =
  | { readonly is: 'code'; readonly agentId: AgentId; readonly code: string | null; readonly until: number }
  | { readonly is: 'badge'; readonly agentId: AgentId }

/** Each person: their rights, what opens a session to them, and what a manager can do about it. */
export function PeopleTable({ view }: { readonly view: View }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const invite = useCommand('agent.invite')
  const person = view.people.find(({ agentId }) => agentId === doing?.agentId)
  const { columns } = words
  return (
    <>
      <Table
        caption={words.people}
        captionHidden
        columns={[
          columns.person,
          ...rights.map((right) => peopleWords.rights[right]),
          columns.opens,
          columns.acts,
        ]}
      >
        {view.people.map((one) => (
          <PersonRow
            key={one.agentId}
            person={one}
            isProtected={view.protected}
            onInvite={async () => {
              const result = await invite({ agentId: one.agentId })
              if ('output' in result) setDoing({ is: 'code', agentId: one.agentId, ...result.output })
            }}
            onBadge={() => setDoing({ is: 'badge', agentId: one.agentId })}
          />
        ))}
      </Table>
      {person && doing?.is === 'code' && (
        <Invitation person={person} {...doing} onSeen={() => setDoing(null)} />
      )}
      {person && doing?.is === 'badge' && (
        <GiveBadge person={person} isEnough={view.access.badgeAlone} onDone={() => setDoing(null)} />
      )}
    </>
  )
}

function PersonRow({
  person,
  isProtected,
  onInvite,
  onBadge,
}: {
  readonly person: Person
  readonly isProtected: boolean
  readonly onInvite: () => Promise<void>
  readonly onBadge: () => void
}) {
  const setRights = useCommand('agent.setRights')
  const unlock = useCommand('agent.unlock')
  const removeBadge = useCommand('badge.remove')
  const { agentId, secret, badgeSince, lockedUntil } = person
  const name = personName(person)
  const change = (right: Right, has: boolean) =>
    void setRights({
      agentId,
      rights: has ? [...person.rights, right] : person.rights.filter((each) => each !== right),
    })
  return (
    <tr>
      <th scope="row" className={style.name}>
        {name}
        {person.name && <span className={lettering.under}>{person.name.capacity}</span>}
      </th>
      {rights.map((right) => (
        <td key={right}>
          <Checkbox hidden isSelected={person.rights.includes(right)} onChange={(has) => change(right, has)}>
            {words.rightFor(peopleWords.rights[right], name)}
          </Checkbox>
        </td>
      ))}
      <td>
        <Opens person={person} />
      </td>
      <td>
        <div className={style.acts}>
          {lockedUntil !== null && (
            <Button size="dense" aria-label={words.unlockFor(name)} onPress={() => void unlock({ agentId })}>
              {words.unlock}
            </Button>
          )}
          {isProtected && person.rights.length > 0 && (
            <>
              <Button
                size="dense"
                aria-label={secret ? words.resetFor(name) : words.inviteFor(name)}
                onPress={() => void onInvite()}
              >
                {secret ? words.reset : words.invite}
              </Button>
              <Button size="dense" aria-label={words.enrollFor(name)} onPress={onBadge}>
                {words.enroll}
              </Button>
            </>
          )}
          {badgeSince !== null && (
            <Button
              size="dense"
              aria-label={words.removeBadgeFor(name)}
              onPress={() => void removeBadge({ agentId })}
            >
              {words.removeBadge}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

/** What opens a session to this person, each in a line. */
function Opens({ person }: { readonly person: Person }) {
  const { zone } = useOffice()
  const { rights: has, secret, invitedUntil, badgeSince, lockedUntil } = person
  const lines = [
    ...(has.length === 0 ? [words.noRights] : []),
    ...(secret ? [words.secret(secret.kind, date(secret.since, zone))] : []),
    ...(invitedUntil === null
      ? []
      : [words.invitedUntil(date(invitedUntil, zone), hour(invitedUntil, zone))]),
    ...(badgeSince === null ? [] : [words.badge(date(badgeSince, zone))]),
    ...(lockedUntil === null ? [] : [words.lockedUntil(hour(lockedUntil, zone))]),
  ]
  if (lines.length === 0) return words.noSecret
  return (
    <ul role="list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** The code to hand over: shown once, to who invites. */
function Invitation({
  person,
  code,
  until,
  onSeen,
}: {
  readonly person: Person
  readonly code: string | null
  readonly until: number
  readonly onSeen: () => void
}) {
  const { zone } = useOffice()
  const name = personName(person)
  return (
    <section aria-label={words.codeTitle(name)} className={style.doing}>
      <h3 className={lettering.heading}>{words.codeTitle(name)}</h3>
      {code === null ? (
        <p role="status">{words.codeGone}</p>
      ) : (
        <>
          <p role="status" className={style.code}>
            {code.slice(0, 4)} {code.slice(4)}
          </p>
          <p>{words.codeHelp(`${date(until, zone)}, ${hour(until, zone)}`)}</p>
        </>
      )}
      <div className={style.acts}>
        <Button onPress={onSeen}>{words.codeSeen}</Button>
      </div>
    </section>
  )
}
