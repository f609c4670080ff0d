import lettering from './Lettering.module.css'
import { useId } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from './Button.tsx'
import style from './FileField.module.css'

/**
 * A file to be sent later with a form, and its name: the browsers' own field says « Choose file » in the language of the
 * system, whatever the page's.
 */
export function FileField({
  label,
  choose,
  none,
  types,
  file,
  onChange,
}: {
  readonly label: string
  /** What the button says. */
  readonly choose: string
  /** What is read while no file is chosen. */
  readonly none: string
  /** Endings and MIME types, as `accept` takes them. */
  readonly types: readonly string[]
  readonly file: File | null
  readonly onChange: (file: File | null) => void
}) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={style.field}>
      <span id={id} className={lettering.label}>
        {label}
      </span>
      <span className={style.choice}>
        <FileTrigger
          acceptedFileTypes={types}
          // A choice that is given up keeps the file of before.
          onSelect={(files) => files?.[0] && onChange(files[0])}
        >
          <Button>{choose}</Button>
        </FileTrigger>
        <span role="status" className={style.name}>
          {file?.name ?? none}
        </span>
      </span>
    </div>
  )
}
