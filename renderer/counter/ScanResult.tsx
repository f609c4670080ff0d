import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Scanned } from '../../shared/contract/identity/scan.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { Status, type Tone } from '../ui/Status.tsx'
import type { Patch } from './acts.ts'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'
import { patchOfZone, pieceOfCode, type ScannedCode, type ScannedZone } from './scanned.ts'

type Shared = {
  readonly onLeave: () => void
  /** Said once the sheet has it. */
  readonly onNoted: (message: string) => void
}

/** What was read of a document, beside what the agent sees of it. It never blocks: Escape, and all is as before. */
export function ScanResult({
  scanned,
  assessment,
  patch,
  ...rest
}: Shared & {
  readonly scanned: Scanned
  readonly assessment: Assessment | null
  readonly patch: Patch
}) {
  const words = counterWords.who
  switch (scanned.kind) {
    case 'mrz':
      return <Zone zone={scanned} patch={patch} {...rest} />
    case '2ddoc':
      return <Code code={scanned} assessment={assessment} patch={patch} {...rest} />
    case 'unknown':
      return (
        <Panel title={words.unknownCode} help={words.unknownCodeHelp} onLeave={rest.onLeave}>
          {null}
        </Panel>
      )
  }
}

/** Enter takes the first act; the panel's own key leaves. */
function Acts({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} className={style.foot}>
      {children}
    </div>
  )
}

function Zone({
  zone,
  patch,
  onNoted,
  onLeave,
}: Shared & { readonly zone: ScannedZone; readonly patch: Patch }) {
  const words = counterWords.who
  const { valid, errors, identity, person, extended } = zone
  const filled = patchOfZone(zone)
  const fill = () => {
    if (filled === null) return
    void patch(filled).then((result) => {
      if ('output' in result) onNoted(words.mrzFilled)
    })
  }
  useKeys({ Digit1: filled === null ? undefined : fill })
  const facts = [
    identity && [words.chosenTitle, counterWords.identities[identity.kind]],
    person && [words.name, person.familyName],
    person?.firstName != null && [words.firstName, person.firstName],
    person?.birthDate != null && [words.birth, calendarDate(person.birthDate)],
    identity?.validUntil != null && [counterWords.validUntil, calendarDate(identity.validUntil)],
  ].filter((fact) => fact !== null && fact !== false)
  return (
    <Panel title={words.mrzTitle} help={words.nothingKept} onLeave={onLeave}>
      <Status tone={valid ? 'done' : 'attention'} icon={valid ? good : doubt}>
        {valid ? words.mrzValid : words.mrzWrong}
      </Status>
      {errors.map((error) => (
        <p key={error} className={style.help}>
          {error}
        </p>
      ))}
      <Data rows={facts.map(([label = '', value = '']) => ({ label, value }))} />
      {person?.truncated === true && <p className={style.help}>{words.mrzTruncated}</p>}
      {extended?.until != null && (
        <p className={style.help}>
          {words.extended(
            extended.until.length === 10 ? calendarDate(extended.until) : extended.until,
            extended.source,
          )}
          {extended.toConfirm && ` · ${counterWords.toConfirm}`}
        </p>
      )}
      {filled !== null && (
        <Acts>
          <Button kind="primary" keyCap="1" onPress={fill}>
            {words.mrzUse}
          </Button>
        </Acts>
      )}
    </Panel>
  )
}

const good = <CircleCheck aria-hidden size={20} />
const doubt = <CircleHelp aria-hidden size={20} />

const looks: Readonly<Record<ScannedCode['verdict'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  authentic: { tone: 'done', icon: good },
  forged: { tone: 'stop', icon: <CircleAlert aria-hidden size={20} /> },
  unverifiable: { tone: 'quiet', icon: doubt },
  expired: { tone: 'attention', icon: <CircleAlert aria-hidden size={20} /> },
  revoked: { tone: 'attention', icon: <CircleAlert aria-hidden size={20} /> },
  specimen: { tone: 'attention', icon: doubt },
  malformed: { tone: 'quiet', icon: doubt },
}

function Code({
  code,
  assessment,
  patch,
  onNoted,
  onLeave,
}: Shared & {
  readonly code: ScannedCode
  readonly assessment: Assessment | null
  readonly patch: Patch
}) {
  const words = counterWords.who
  const use = pieceOfCode(code, assessment)
  const conform = () => {
    if (use === null) return onLeave()
    void patch(use.patch).then((result) => {
      if ('output' in result) onNoted(words.domicileFilled)
    })
  }
  const authentic = code.verdict === 'authentic'
  useKeys({ Digit1: authentic ? conform : undefined, Digit2: authentic ? onLeave : undefined })
  return (
    <Panel title={code.typeName ?? '2D-Doc'} help={words.nothingKept} onLeave={onLeave}>
      <Status {...looks[code.verdict]}>{words.verdicts[code.verdict]}</Status>
      <p className={style.help}>{code.sentence}</p>
      <p className={style.help}>{code.conclusion}</p>
      {code.data.length > 0 && (
        <>
          <h4 className={style.chipsLabel}>{words.compare}</h4>
          <Data
            rows={code.data.map(({ label, value, truncated }) => ({
              label,
              value: truncated ? `${value} (${words.truncated})` : value,
            }))}
          />
        </>
      )}
      {code.unsigned.length > 0 && (
        <>
          <h4 className={style.chipsLabel}>{words.unsigned}</h4>
          <Data rows={code.unsigned} />
        </>
      )}
      {authentic && (
        <Acts>
          <Button kind="primary" keyCap="1" onPress={conform}>
            {words.conform}
            {use && <small>{use.title}</small>}
          </Button>
          <Button keyCap="2" onPress={onLeave}>
            {words.notConform}
          </Button>
        </Acts>
      )}
    </Panel>
  )
}

const Data = ({ rows }: { readonly rows: readonly { readonly label: string; readonly value: string }[] }) => (
  <dl className={style.data}>
    {rows.map(({ label, value }, at) => (
      // A code may name the same datum twice.
      // oxlint-disable-next-line react/no-array-index-key
      <div key={at}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
