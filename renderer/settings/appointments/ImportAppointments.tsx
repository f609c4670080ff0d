import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { count } from '../../../shared/messages/format/numbers.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { FileField } from '../../ui/FileField.tsx'
import { Form } from '../../ui/Form.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import style from './ImportAppointments.module.css'

const words = queueSettings.imports
type Report = Output<'appointment.import'>
const calendarFiles = ['.ics', '.csv', 'text/calendar', 'text/csv']

/** A calendar file of another software: what was read is taken, and the report says the rest line by line. */
export function ImportAppointments({
  onImport,
}: {
  readonly onImport: (
    text: string,
    about: Pick<Input<'appointment.import'>, 'format'>,
  ) => Promise<Report | null>
}) {
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<Report | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const send = async () => {
    if (!file || busy) return
    setBusy(true)
    const text = await file.text().catch(() => null)
    if (text === null) say(words.unread)
    else setReport(await onImport(text, formatOf(file.name)))
    setBusy(false)
  }
  return (
    <Group title={words.title}>
      <p className={style.help}>{words.help}</p>
      <Form className={style.form} onSend={send}>
        <FileField
          label={words.file}
          choose={words.choose}
          none={words.noFile}
          types={calendarFiles}
          file={file}
          onChange={setFile}
        />
        <Button type="submit" kind="primary" isDisabled={!file || busy}>
          {words.send}
        </Button>
      </Form>
      <p role="status" className={style.result}>
        {busy ? words.sending : report ? words.result(report.taken, report.skipped) : ''}
      </p>
      {report && report.report.length > 0 && <ReportTable report={report} />}
    </Group>
  )
}

/** What the file's name says of it; otherwise its text tells. */
function formatOf(name: string): Pick<Input<'appointment.import'>, 'format'> {
  if (/\.ics$/i.test(name)) return { format: 'ics' }
  return /\.csv$/i.test(name) ? { format: 'csv' } : {}
}

function ReportTable({ report: { report } }: { readonly report: Report }) {
  const skipped = report.filter(({ state }) => state === 'skipped')
  const [only, setOnly] = useState<'skipped' | 'all'>(skipped.length > 0 ? 'skipped' : 'all')
  const lines = only === 'all' ? report : skipped
  return (
    <>
      <Choice
        label={words.only}
        value={only}
        onChange={setOnly}
        options={(['skipped', 'all'] as const).map((value) => ({ value, title: words.onlys[value] }))}
      />
      {lines.length === 0 ? (
        <p className={style.help}>{words.nothingSkipped}</p>
      ) : (
        <table className={style.table}>
          <caption className={style.caption}>{words.report}</caption>
          <thead>
            <tr>
              <th scope="col" className={style.line}>
                {words.columns.line}
              </th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.text}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, state, code, text }, place) => (
              // A line of the file may be told of twice.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={`${line} ${code} ${place}`}>
                <th scope="row" className={style.line}>
                  {count(line)}
                </th>
                <td className={state === 'skipped' ? lettering.attention : undefined}>
                  {words.states[state]}
                </td>
                <td>{words.said(code, text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
