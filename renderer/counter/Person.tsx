import { Check, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/calls.ts'
import type { Acceptance } from '../../shared/identity/titles.ts'
import { fr } from '../../shared/messages/fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { Group } from '../ui/Column.tsx'
import { Status } from '../ui/Status.tsx'
import type { Patch } from './acts.ts'
import { capacityToday } from './capacity.ts'
import { CapacityChooser } from './CapacityChooser.tsx'
import { Fact } from './Chooser.tsx'
import { acceptanceOf } from './identity.ts'
import { IdentityChooser } from './IdentityChooser.tsx'
import { capital, yearsAndMonths } from './names.ts'
import style from './Person.module.css'

export type PersonPanel = 'capacity' | 'identity' | null

/** Who is received: in what capacity, what that allows, and the identity as it was seen. None of it blocks anything. */
export function Person({
  sheet,
  assessment,
  personWord,
  now,
  on,
  open,
  onOpen,
  patch,
  aside,
  children,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly personWord: string
  /** Milliseconds, the office's clock, and its day. */
  readonly now: number
  readonly on: LocalDate
  readonly open: PersonPanel
  readonly onOpen: (panel: PersonPanel) => void
  readonly patch: Patch
  readonly aside?: ReactNode
  /** What the ticket says of their coming, before who they are. */
  readonly children?: ReactNode
}) {
  const words = fr.counter
  return (
    <Group title={words.person(capital(personWord))} aside={aside}>
      {children}
      <Fact
        term={words.comesFor}
        keyCap="V"
        expanded={open === 'capacity'}
        onPress={() => onOpen(open === 'capacity' ? null : 'capacity')}
      >
        <SeenCapacity sheet={sheet} assessment={assessment} on={on} />
      </Fact>
      {open === 'capacity' && (
        <CapacityChooser
          sheet={sheet}
          assessment={assessment}
          on={on}
          patch={patch}
          onDone={() => onOpen(null)}
        />
      )}
      <Fact
        term={words.identity}
        keyCap="I"
        expanded={open === 'identity'}
        onPress={() => onOpen(open === 'identity' ? null : 'identity')}
      >
        <SeenIdentity
          identity={sheet.identity}
          acceptance={acceptanceOf(sheet, assessment, on)}
          now={now}
          on={on}
        />
        <SeenName person={sheet.person} />
      </Fact>
      {open === 'identity' && <IdentityChooser sheet={sheet} on={on} patch={patch} />}
    </Group>
  )
}

function SeenCapacity({
  sheet,
  assessment,
  on,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly on: LocalDate
}) {
  const words = fr.counter
  const { capacity, capacitySeen } = sheet
  const today = capacityToday(sheet, assessment, on)
  const bounded = today !== null && capacity !== 'self'
  return (
    <>
      <p className={style.valueLine}>
        <span className={style.value}>{capacity === null ? words.notSaid : words.capacities[capacity]}</span>
        {today !== null &&
          today.proof !== null &&
          (capacitySeen?.proofSeen === true ? (
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
      {assessment?.populationType && (
        <p className={style.small}>{words.seenAs(assessment.populationType.title)}</p>
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
  const words = fr.counter
  if (identity === null)
    return (
      <>
        <p className={style.value}>{words.notSaid}</p>
        <p className={style.small}>{words.identityNone}</p>
      </>
    )
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

/** By the family name; the name of use only where they asked for it (CRPA L111-3). */
function SeenName({ person }: { readonly person: Sheet['person'] }) {
  const words = fr.counter.who
  if (person === null) return null
  const { familyName, firstName, birthDate, usageName } = person
  const born = birthDate == null ? null : words.bornOn(calendarDate(birthDate))
  return (
    <>
      <p className={style.value}>
        {[familyName.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' ')}
        {born !== null && <span className={style.small}> · {born}</span>}
      </p>
      {usageName != null && (
        <p className={style.small}>{words.usage(usageName.name, calendarDate(usageName.askedOn))}</p>
      )}
    </>
  )
}

const agesOf = (day: string, now: number): [years: number, months: number] => {
  const { years, months } = yearsAndMonths(day, now)
  return [years, months]
}
