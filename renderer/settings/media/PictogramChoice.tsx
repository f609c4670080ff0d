import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { pictograms, type Pictogram } from '../../../shared/contract/media/pictograms.ts'
import { pictogramNames } from '../../../shared/messages/media/pictograms.fr.ts'
import { servicesWords as words } from '../../../shared/messages/office/services.fr.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import lettering from '../../ui/Lettering.module.css'
import { pictogramIcons } from '../../ui/pictograms.ts'
import stack from '../../ui/Stack.module.css'
import style from './PictogramChoice.module.css'

const texts = words.services
/** What stands among the pictures for none of them. */
const usual = 'usual'

/** The pictures themselves, beside a name that says what they are for. */
export const Pictures = ({ of: shown }: { readonly of: readonly Pictogram[] }) => (
  <span className={style.pictures}>
    {shown.map((picture) => {
      const Icon = pictogramIcons[picture]
      return <Icon key={picture} aria-hidden size={24} />
    })}
  </span>
)

/**
 * Which picture stands for something at the kiosk: the present one, and all the others once they are asked for, each with
 * its name, one reached from another by the arrows.
 */
export function PictogramChoice({
  label,
  value,
  shown,
  usualName,
  onChange,
}: {
  readonly label: string
  /** Null where the office chose none. */
  readonly value: Pictogram | null
  /** What stands there without a choice. */
  readonly shown: readonly Pictogram[]
  /** What having none is called. */
  readonly usualName: string
  readonly onChange: (value: Pictogram | null) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <div className={stack.close}>
      <p className={lettering.label}>{label}</p>
      <p className={style.present}>
        <Pictures of={value === null ? shown : [value]} />
        {value === null ? usualName : pictogramNames[value]}
        <Button
          size="dense"
          aria-expanded={open}
          aria-label={texts.pictureChange(label)}
          onPress={() => setOpen(!open)}
        >
          {words.change}
        </Button>
      </p>
      {open && (
        <RadioGroup
          aria-label={label}
          value={value ?? usual}
          onChange={(chosen) => onChange(pictograms.find((picture) => picture === chosen) ?? null)}
          className={style.set!}
        >
          <One value={usual} shown={shown} name={usualName} />
          {pictograms.map((picture) => (
            <One key={picture} value={picture} shown={[picture]} name={pictogramNames[picture]} />
          ))}
        </RadioGroup>
      )}
    </div>
  )
}

const One = ({
  value,
  shown,
  name,
}: {
  readonly value: string
  readonly shown: readonly Pictogram[]
  readonly name: string
}) => (
  <Radio value={value} className={({ isSelected }) => classes(style.one, isSelected && style.chosen)}>
    <Pictures of={shown} />
    <span className={style.name}>{name}</span>
  </Radio>
)
