import { Check, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { isProofSeen } from '../../shared/identity/capacities.ts'
import type { Acceptance } from '../../shared/identity/titles.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { Group } from '../ui/Column.tsx'
import { Status } from '../ui/Status.tsx'
import { capacityToday } from './capacity.ts'
import { acceptanceOf } from './identity.ts'
import { yearsAndMonths } from './names.ts'
import { capital, uncapital } from '../ui/capital.ts'
import style from './Person.module.css'

/** Who is received: in what capacity, what that allows, and the identity as it was seen. None of it blocks anything. */
export function Person({
  sheet,
  assessment,
  personWord,
  now,
  on,
  children,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly personWord: string
  /** Milliseconds, the office's clock, and its day. */
  readonly now: number
  readonly on: LocalDate
  /** What the ticket says of their coming, before who they are. */
  readonly children?: ReactNode
}) {
  const words = counterWords
  const { capacity, identity, person } = sheet
  return (
    <Group title={capital(personWord)}>
      {children}
      <Fact term={words.identity}>
        <SeenIdentity
          identity={identity}
          acceptance={acceptanceOf(sheet, assessment, on)}
          now={now}
          on={on}
        />
        {person?.usageName != null && (
          <p className={style.small}>
            {words.who.usage(person.usageName.name, calendarDate(person.usageName.askedOn))}
          </p>
        )}
      </Fact>
      {capacity !== null && capacity !== 'self' && (
        <Fact term={words.comesFor}>
          <SeenCapacity sheet={sheet} assessment={assessment} on={on} />
        </Fact>
      )}
    </Group>
  )
}

/** Whom the request is for, once known: by the family name and the birth date, in the head and nowhere else (CRPA L111-3). */
export function PersonLine({ sheet: { person, capacity } }: { readonly sheet: Sheet }) {
  const words = counterWords
  if (person === null && capacity === null) return null
  const born = person?.birthDate == null ? null : words.who.bornOn(calendarDate(person.birthDate))
  return (
    <p className={style.personLine}>
      {person !== null && (
        <b>{[person.familyName.toLocaleUpperCase('fr'), person.firstName].filter(Boolean).join(' ')}</b>
      )}
      {born !== null && `, ${born}`}
      {capacity !== null && (
        <>
          {person !== null && ' · '}
          <span>{person === null ? words.capacities[capacity] : uncapital(words.capacities[capacity])}</span>
        </>
      )}
    </p>
  )
}

/** A fact of the right column: what changes it is in « Actions ». */
const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div className={style.fact}>
    <div>
      <h3 className={style.term}>{term}</h3>
      {children}
    </div>
  </div>
)

function SeenCapacity({
  sheet,
  assessment,
  on,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly on: LocalDate
}) {
  const words = counterWords
  const { capacity } = sheet
  const today = capacityToday(sheet, assessment, on)
  const bounded = today !== null && capacity !== 'self'
  return (
    <>
      <p className={style.valueLine}>
        <span className={style.value}>{capacity !== null && words.capacities[capacity]}</span>
        {today !== null &&
          today.proof !== null &&
          (isProofSeen(sheet, assessment) ? (
            <Status tone="done" icon={<Check aria-hidden size={18} />}>
              {words.who.proofSeen}
            </Status>
          ) : (
            <Status tone="quiet">{words.who.proofNotSeen}</Status>
          ))}
      </p>
      {bounded && today.foreseen && (
        <p className={style.small}>
          {words.who.may(today.may)}
          {today.together && `, ${words.who.together}`}
        </p>
      )}
      {today !== null && (!today.foreseen || today.ended) && (
        <p className={style.warning}>
          <CircleAlert aria-hidden size={16} />
          {today.ended ? words.who.ended : words.who.notForeseen}
        </p>
      )}
    </>
  )
}

function SeenIdentity({
  identity,
  acceptance,
  now,
  on,
}: {
  readonly identity: Sheet['identity']
  readonly acceptance: Acceptance | null
  readonly now: number
  readonly on: LocalDate
}) {
  const words = counterWords
  if (identity === null) return <p className={style.small}>{words.identityNone}</p>
  const { kind, issuer, validUntil, verified, read } = identity
  const until = validUntil ?? null
  const expired = until !== null && until < on
  const remarks = [
    until === null
      ? null
      : expired
        ? words.expiredSince(words.ages(...agesOf(until, now)))
        : words.validTo(calendarDate(until)),
    // A title in force that the list of accepted titles admits needs no remark.
    acceptance === null || (acceptance.outcome === 'accepted' && !expired)
      ? null
      : words.admitted[acceptance.outcome](
          acceptance.until === null || acceptance.until.length < 10 ? null : calendarDate(acceptance.until),
        ),
  ].filter((text) => text !== null)
  const doubtful = acceptance?.outcome === 'refused' || acceptance?.outcome === 'toAssess'
  return (
    <>
      <p className={style.valueLine}>
        <span className={style.value}>
          {words.identities[kind]}
          {issuer != null && issuer !== '' && `, ${issuer}`}
        </span>
        {kind !== 'declared' &&
          (verified === true ? (
            <Status tone="done" icon={<Check aria-hidden size={18} />}>
              {read === undefined || read === 'seen' ? words.verified : words.who.read[read]}
            </Status>
          ) : (
            <Status tone="quiet">{words.notVerified}</Status>
          ))}
      </p>
      {remarks.length > 0 && <p className={doubtful ? style.warning : style.small}>{remarks.join(', ')}</p>}
      {doubtful && <p className={style.small}>{acceptance.why}</p>}
    </>
  )
}

const agesOf = (day: string, now: number): [years: number, months: number] => {
  const { years, months } = yearsAndMonths(day, now)
  return [years, months]
}
