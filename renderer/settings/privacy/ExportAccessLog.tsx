import { useState } from 'react'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { consultationWords } from '../../../shared/messages/privacy/accessLog.fr.ts'
import type { Result } from '../../../shared/rpc/connect.ts'
import { useNow } from '../../link/clock.ts'
import { useOffice } from '../../link/office.ts'
import { DateField } from '../../ui/DateField.tsx'
import { dayIn } from '../../ui/dates.ts'
import { download } from '../../ui/download.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Form } from '../../ui/Form.tsx'
import style from '../Settings.module.css'

const words = consultationWords.export

/** The journal of a period with the description of its columns, for the data protection officer. */
export function ExportAccessLog({
  onExport,
}: {
  readonly onExport: (input: Input<'consultations.export'>) => Promise<Result<Output<'consultations.export'>>>
}) {
  const { zone } = useOffice()
  const today = dayIn(zone, useNow(60_000))
  const [from, setFrom] = useState<LocalDate | null>(`${today.slice(0, 4)}-01-01` as LocalDate)
  const [to, setTo] = useState<LocalDate | null>(today)
  const [message, setMessage] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const save = async () => {
    setMessage('')
    if (from === null || to === null) return setWrong(words.dates)
    const result = await onExport({ from, to })
    if ('error' in result) return setWrong(result.error.message)
    setWrong(null)
    download(result.output)
    setMessage(words.saved(result.output.name))
  }
  return (
    <Group title={words.title}>
      <p className={style.small}>{words.help}</p>
      <Form aria-label={words.title} className={style.form} onSend={save}>
        <DateField label={words.from} value={from} onChange={setFrom} />
        <DateField label={words.to} value={to} onChange={setTo} />
        {wrong !== null && <p role="alert">{wrong}</p>}
        <div className={style.acts}>
          <Button type="submit">{words.act}</Button>
          <span role="status" className={style.small}>
            {message}
          </span>
        </div>
      </Form>
    </Group>
  )
}
