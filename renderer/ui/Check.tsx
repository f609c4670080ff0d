import { Check as CheckIcon, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { classes } from './classes.ts'
import { KeyCap } from './KeyCap.tsx'
import style from './Check.module.css'
import { wholeReferences } from './Prose.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** The drawn box alone; the word beside it says the state. */
export const CheckMark = ({ state }: { readonly state: 'empty' | 'done' | 'accent' | 'stop' }) => (
  <span aria-hidden className={classes(style.box, state !== 'empty' && style[state])}>
    {(state === 'done' || state === 'accent') && <CheckIcon size={18} />}
    {state === 'stop' && <Minus size={16} strokeWidth={2.5} />}
  </span>
)

/** A box to tick with its label. */
export const Checkbox = ({
  isSelected,
  onChange,
  isDisabled = false,
  keyCap,
  hidden = false,
  children,
}: {
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly isDisabled?: boolean
  /** The key that does the same. */
  readonly keyCap?: string
  /** The label is read but not drawn, where a table's headings say it. */
  readonly hidden?: boolean
  readonly children: ReactNode
}) => (
  <AriaCheckbox
    isSelected={isSelected}
    onChange={onChange}
    isDisabled={isDisabled}
    className={style.checkbox!}
  >
    {({ isSelected: ticked }) => (
      <>
        {keyCap !== undefined && <KeyCap>{keyCap}</KeyCap>}
        <CheckMark state={ticked ? 'accent' : 'empty'} />
        {hidden ? <VisuallyHidden>{children}</VisuallyHidden> : <span>{wholeReferences(children)}</span>}
      </>
    )}
  </AriaCheckbox>
)

/** A box to tick for each of a few; what is ticked comes in the order in which it was. */
export const Ticks = <V extends string>({
  values,
  options,
  onChange,
}: {
  readonly values: readonly V[]
  readonly options: readonly { readonly value: V; readonly title: ReactNode }[]
  readonly onChange: (values: readonly V[]) => void
}) =>
  options.map(({ value, title }) => (
    <Checkbox
      key={value}
      isSelected={values.includes(value)}
      onChange={(ticked) => onChange(ticked ? [...values, value] : values.filter((each) => each !== value))}
    >
      {title}
    </Checkbox>
  ))
