import { Button } from '../ui/Button.tsx'
import style from './Supervision.module.css'

export type ExportFormat = 'csv' | 'ods'

/** What is shown, saved as a file: a button for each format. */
export const Exports = ({
  words,
  nothing,
  onSave,
}: {
  readonly words: Readonly<Record<ExportFormat, string>>
  /** There is nothing to save. */
  readonly nothing: boolean
  readonly onSave: (format: ExportFormat) => void
}) => (
  <span className={style.end}>
    {(['csv', 'ods'] as const).map((format) => (
      <Button key={format} size="dense" isDisabled={nothing} onPress={() => onSave(format)}>
        {words[format]}
      </Button>
    ))}
  </span>
)
