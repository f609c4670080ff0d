import { useEffect, useRef, useState } from 'react'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { VisaNumber } from '../../../shared/contract/privacy/archives.ts'
import { countsOf } from '../../../shared/domain/privacy/archives.ts'
import { archivesWords } from '../../../shared/messages/privacy/archives.fr.ts'
import { calendarDate, date } from '../../../shared/messages/format/numbers.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field, fieldsOf } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { say } from '../../link/notices.ts'
import { Prose } from '../../ui/Prose.tsx'
import { Table } from '../../ui/Table.tsx'
import { Twice } from '../../ui/Twice.tsx'
import { useStartingFocus } from '../../ui/startingFocus.ts'
import style from '../Settings.module.css'

type Read = Output<'archives.get'>
type Slip = Read['slip'] & {}
const words = archivesWords.slip

/** The slip that waits, of elimination or of transfer: the paper that the archives sign, then what is done with it. */
export function SlipSheet({
  office,
  slip,
  kinds,
  fresh,
  onChanged,
}: Pick<Read, 'office' | 'kinds'> & {
  readonly slip: Slip
  /** It was drawn up at this page, by an act far below. */
  readonly fresh: boolean
  readonly onChanged: () => void
}) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (fresh) place.current?.scrollIntoView({ block: 'start' })
  }, [fresh])
  return (
    <div ref={place}>
      <SlipPaper office={office} slip={slip} kinds={kinds} />
      <div className={style.notPrinted}>
        <SlipActs slip={slip} fresh={fresh} onChanged={onChanged} />
      </div>
    </div>
  )
}

function SlipPaper({ office, slip, kinds }: Pick<Read, 'office' | 'kinds'> & { readonly slip: Slip }) {
  const { zone } = useOffice()
  const { fate, number, drawnAt, rows, visa } = slip
  const { countColumns, lineColumns } = words
  const ruleOf = (kind: Slip['rows'][number]['kind']) => {
    const term = kinds.find((one) => one.kind === kind)?.term
    return term ? archivesWords.rule(kind, term) : ''
  }
  return (
    <Group title={words.paper[fate](number)}>
      {[words.office(office), words.madeOn(date(drawnAt, zone)), words.law[fate]].map((line) => (
        <p key={line} className={style.said}>
          {line}
        </p>
      ))}
      <Table
        caption={words.counts}
        columns={[
          countColumns.kind,
          countColumns.from,
          countColumns.to,
          countColumns.count,
          countColumns.rule,
        ]}
      >
        {countsOf(rows).map(({ kind, count, from, to }) => (
          <tr key={kind}>
            <th scope="row">{archivesWords.kinds[kind]}</th>
            <td>{date(from, zone)}</td>
            <td>{date(to, zone)}</td>
            <td>{count}</td>
            <td>{ruleOf(kind)}</td>
          </tr>
        ))}
      </Table>
      {visa === null ? (
        <p className={`${style.said!} ${style.sign!}`}>{words.sign[fate]}</p>
      ) : (
        <p className={style.said}>
          {words.visa[fate]({ number: visa.visaNumber, on: calendarDate(visa.on), by: visa.by })}{' '}
          {words.withheld[fate](visa.withheld)}
        </p>
      )}
      <Table
        caption={words.lines}
        columns={[lineColumns.rank, lineColumns.kind, lineColumns.ref, lineColumns.on]}
      >
        {rows.map(({ kind, id, ref, at }, index) => (
          <tr key={`${kind} ${id}`}>
            <th scope="row">{index + 1}</th>
            <td>{archivesWords.kinds[kind]}</td>
            <td>{ref === null ? words.noRef : <Prose>{ref}</Prose>}</td>
            <td>{date(at, zone)}</td>
          </tr>
        ))}
      </Table>
    </Group>
  )
}

function SlipActs({
  slip,
  fresh,
  onChanged,
}: {
  readonly slip: Slip
  readonly fresh: boolean
  readonly onChanged: () => void
}) {
  const print = useStartingFocus(fresh)
  const eliminate = useCommand('archives.eliminate')
  const transfer = useCommand('archives.transfer')
  const withdraw = useCommand('archives.withdrawSlip')
  const { slipId, fate } = slip
  const carryOut = async () => {
    const result = await eliminate({ slipId })
    if ('error' in result) return
    say(words.eliminated(result.output.eliminated, result.output.left), 'done')
    onChanged()
  }
  const handOver = async () => {
    const result = await transfer({ slipId })
    if ('error' in result) return
    say(words.transferred(result.output.transferred, result.output.left), 'done')
    onChanged()
  }
  const giveUp = async () => {
    if ('error' in (await withdraw({ slipId }))) return
    say(words.withdrawn, 'done')
    onChanged()
  }
  return (
    <Group title={words.title[fate]}>
      <p className={style.small}>{words.help[fate]}</p>
      {fate === 'transfer' && <p className={style.small}>{words.content}</p>}
      <div className={style.acts}>
        <Button ref={print} onPress={() => window.print()}>
          {words.print}
        </Button>
        {slip.visa !== null && fate === 'transfer' && (
          <Twice label={words.transfer} confirm={words.transferSure} onAct={() => void handOver()} />
        )}
        {slip.visa !== null && fate === 'elimination' && (
          <Twice label={words.eliminate} confirm={words.eliminateSure} onAct={() => void carryOut()} />
        )}
        <Twice label={words.withdraw} confirm={words.withdrawSure} onAct={() => void giveUp()} />
      </div>
      <VisaForm slip={slip} onRecorded={onChanged} />
    </Group>
  )
}

/** Line numbers as they are typed, « 3, 12 14 »; null when something else is there. */
const ranksIn = (typed: string): readonly number[] | null => {
  const ranks = typed
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map(Number)
  return ranks.every((rank) => Number.isInteger(rank) && rank > 0) ? ranks : null
}

/** The visa as the archives wrote it on the slip; typed again, the last one holds. */
function VisaForm({ slip, onRecorded }: { readonly slip: Slip; readonly onRecorded: () => void }) {
  const record = useCommand('archives.recordVisa')
  const [typed, setTyped] = useState({
    visaNumber: slip.visa?.visaNumber ?? '',
    by: slip.visa?.by ?? '',
    ranks: slip.visa?.withheld.join(', ') ?? '',
  })
  const of = fieldsOf(typed, (part) => setTyped({ ...typed, ...part }))
  const [on, setOn] = useState<LocalDate | null>(slip.visa?.on ?? null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { fate } = slip
  const act = async () => {
    const visaNumber = VisaNumber.safeParse(typed.visaNumber)
    const withheld = ranksIn(typed.ranks)
    if (withheld === null) return setWrong(words.ranksWrong)
    if (!visaNumber.success || on === null || wordsIn(typed.by) === '')
      return setWrong(words.incomplete[fate])
    setWrong(null)
    const { slipId } = slip
    const result = await record({
      slipId,
      visaNumber: visaNumber.data,
      on,
      by: typed.by,
      withheld: [...withheld],
    })
    if ('error' in result) return
    say(words.recorded[fate], 'done')
    onRecorded()
  }
  return (
    <Form aria-label={words.record[fate]} className={`${style.edit!} ${style.form!}`} onSend={act}>
      <Field
        label={words.visaNumber[fate]}
        detail={words.visaNumberHelp}
        {...of('visaNumber')}
        maxLength={40}
      />
      <DateField label={words.on[fate]} value={on} onChange={setOn} />
      <Field label={words.by} {...of('by')} maxLength={200} />
      <Field label={words.ranks[fate]} {...of('ranks')} maxLength={2000} />
      {wrong !== null && <p role="alert">{wrong}</p>}
      <div className={style.acts}>
        <Button kind="primary" type="submit">
          {words.record[fate]}
        </Button>
      </div>
    </Form>
  )
}
