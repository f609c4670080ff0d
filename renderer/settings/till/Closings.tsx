import { useState } from 'react'
import { LocalDate } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { euros } from '../../../shared/messages/format/numbers.ts'
import { closings as words, deed, periodNamed } from '../../../shared/messages/till/deed.fr.ts'
import type { Result } from '../../../shared/rpc/connect.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Form } from '../../ui/Form.tsx'
import { download } from '../../ui/download.ts'
import { Fields } from '../../ui/Fields.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Figure, Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import style from './TillSettings.module.css'

type View = Output<'till.view'>

/** Months and years that are over, to close in their order; what is closed; the books as a file. */
export function Closings({
  view,
  onClose,
  onExport,
}: {
  readonly view: View
  readonly onClose: (input: Input<'till.closePeriod'>) => Promise<Result<Output<'till.closePeriod'>>>
  readonly onExport: (input: Input<'till.export'>) => Promise<Result<Output<'till.export'>>>
}) {
  const [message, setMessage] = useState('')
  const periods = [...view.due.months, ...view.due.years]
  const close = async (period: string) => {
    const result = await onClose({ period })
    setMessage('output' in result ? words.closed(result.output.closing, result.output.perpetual) : '')
  }
  return (
    <>
      <Group title={words.title} className={style.section}>
        <p className={style.help}>{words.help}</p>
        <p className={style.legend}>{words.toClose}</p>
        {periods.length === 0 && <p className={style.help}>{words.nothingToClose}</p>}
        <Acts room="around">
          {periods.map((period) => (
            <Button key={period} onPress={() => void close(period)}>
              {words.close(period)}
            </Button>
          ))}
          <span role="status" className={style.help}>
            {message}
          </span>
        </Acts>
        {view.closings.length === 0 ? (
          <p className={style.help}>{words.none}</p>
        ) : (
          <ClosingTable closings={view.closings} />
        )}
      </Group>
      <Export onExport={onExport} />
    </>
  )
}

const ClosingTable = ({ closings }: { readonly closings: View['closings'] }) => {
  const { columns } = words
  return (
    <Table
      caption={words.last}
      columns={[
        { title: columns.number, figure: true },
        { title: columns.period },
        { title: columns.collected, figure: true },
        { title: columns.perpetual, figure: true },
        { title: columns.entries },
      ]}
    >
      {closings.map(({ number, period, totals, perpetual, entries }) => (
        <tr key={number}>
          <Figure>{number}</Figure>
          <th scope="row">{periodNamed(period)}</th>
          <Figure>{euros(totals.collected)}</Figure>
          <Figure>{euros(perpetual)}</Figure>
          <td>{entries === null ? words.noEntry : words.entries(entries.from, entries.to)}</td>
        </tr>
      ))}
    </Table>
  )
}

/** The books of a period, entry by entry, for whoever checks them without this program. */
function Export({
  onExport,
}: {
  readonly onExport: (input: Input<'till.export'>) => Promise<Result<Output<'till.export'>>>
}) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const [message, setMessage] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [begins, ends] = [LocalDate.safeParse(from), LocalDate.safeParse(to)]
  const send = async () => {
    setTried(true)
    if (!begins.success || !ends.success) return
    const result = await onExport({ from: begins.data, to: ends.data })
    setWrong('error' in result ? result.error.message : null)
    setMessage('error' in result ? '' : words.exported(result.output.name))
    if ('output' in result) download(result.output)
  }
  return (
    <Group title={words.export} className={style.section}>
      <p className={style.help}>{words.exportHelp}</p>
      <Form aria-label={words.export} onSend={send}>
        <Fields least={240} className={style.fields}>
          <DateField
            label={words.from}
            value={dayOrNone(from)}
            error={tried && !begins.success ? deed.wrong.date : undefined}
            onChange={(day) => setFrom(day ?? '')}
          />
          <DateField
            label={words.to}
            value={dayOrNone(to)}
            error={tried && !ends.success ? deed.wrong.date : undefined}
            onChange={(day) => setTo(day ?? '')}
          />
        </Fields>
        <p role="alert" className={lettering.wrong}>
          {wrong}
        </p>
        <Acts room="around">
          <Button type="submit">{words.exportAct}</Button>
          <span role="status" className={style.help}>
            {message}
          </span>
        </Acts>
      </Form>
    </Group>
  )
}
