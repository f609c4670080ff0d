import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { Acts } from '../ui/Acts.tsx'
import { download } from '../ui/download.ts'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import { Field } from '../ui/Field.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './AssistedExport.module.css'

const words = filesPage.assisted

/** The year's count of help given online, as a file: what those who help must give each year, without a name. */
export function AssistedExport({
  year: thisYear,
  onExport,
}: {
  readonly year: number
  readonly onExport: (input: {
    readonly year: number
    readonly format: 'csv' | 'ods'
  }) => Promise<Result<Output<'assisted.export'>>>
}) {
  const [typed, setTyped] = useState(String(thisYear))
  const [message, setMessage] = useState('')
  const [wrong, setWrong] = useState<string>()
  const save = async (format: 'csv' | 'ods') => {
    setMessage('')
    const year = /^\s*2\d{3}\s*$/.test(typed) ? Number(typed) : null
    if (year === null) return setWrong(words.yearWrong)
    const result = await onExport({ year, format })
    if ('error' in result) return setWrong(result.error.message)
    setWrong(undefined)
    download(result.output)
    setMessage(words.saved(result.output.name))
  }
  return (
    <Group title={words.title}>
      <p className={lettering.small}>{words.help}</p>
      <div className={style.asked}>
        <Field
          label={words.year}
          value={typed}
          error={wrong}
          onChange={(text) => {
            setTyped(text)
            setWrong(undefined)
          }}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
        />
      </div>
      <Acts as="p" room="above">
        {(['csv', 'ods'] as const).map((format) => (
          <Button key={format} size="dense" onPress={() => void save(format)}>
            {words.formats[format]}
          </Button>
        ))}
      </Acts>
      <p role="status" className={lettering.small}>
        {message}
      </p>
    </Group>
  )
}
