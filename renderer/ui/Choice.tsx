import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Acts } from './Acts.tsx'
import { KeyCap } from './KeyCap.tsx'
import { useKeys } from './keys.ts'
import { classes } from './classes.ts'
import lettering from './Lettering.module.css'
import stack from './Stack.module.css'
import style from './Choice.module.css'

/** One among a few, all seen at once; the arrows choose. */
export const Choice = <V extends string>({
  label,
  value,
  options,
  onChange,
  hidden = false,
}: {
  readonly label: string
  readonly value: V | null
  readonly options: readonly { readonly value: V; readonly title: string }[]
  readonly onChange: (value: V) => void
  /** The label is read but not drawn, under a heading that says the same. */
  readonly hidden?: boolean
}) => (
  <RadioGroup
    value={value}
    onChange={(chosen) => onChange(chosen as V)}
    {...(hidden ? { 'aria-label': label } : {})}
    className={stack.close!}
  >
    {!hidden && <Label className={lettering.label}>{label}</Label>}
    <Acts>
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          className={({ isSelected }) => classes(style.option, isSelected && style.chosen)}
        >
          {option.title}
        </Radio>
      ))}
    </Acts>
  </RadioGroup>
)

/** Any among a few; a tick says which, not the colour alone. The label is that of the heading above. */
export const Choices = <V extends string>({
  label,
  values,
  options,
  onChange,
  figures,
}: {
  readonly label: string
  readonly values: readonly V[]
  readonly options: readonly { readonly value: V; readonly title: string }[]
  readonly onChange: (values: readonly V[]) => void
  /** The options have figures from `first` to `last`; they act where the figures are theirs. */
  readonly figures?: { readonly first: number; readonly last: number; readonly live: boolean }
}) => {
  const figureOf = (at: number) =>
    figures && figures.first + at <= figures.last ? String(figures.first + at) : undefined
  const toggle = (value: V) =>
    onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value])
  useKeys(
    Object.fromEntries(
      options.flatMap(({ value }, at) => {
        const figure = figures?.live === true ? figureOf(at) : undefined
        return figure === undefined ? [] : [[`Digit${figure}`, () => toggle(value)]]
      }),
    ),
  )
  return (
    <CheckboxGroup
      aria-label={label}
      value={[...values]}
      onChange={(chosen) => onChange(chosen as V[])}
      className={classes(style.options, figures && style.even)}
    >
      {options.map((option, at) => (
        <Checkbox
          key={option.value}
          value={option.value}
          className={({ isSelected }) => classes(style.option, isSelected && style.chosen)}
        >
          {({ isSelected }) => (
            <>
              {figureOf(at) !== undefined && (
                // Where the figures act elsewhere the cap is pale, and the help leaves it out.
                <span {...(figures?.live === true ? {} : { className: style.pale, 'data-elsewhere': '' })}>
                  <KeyCap>{String(figureOf(at))}</KeyCap>
                </span>
              )}
              {isSelected && <Check aria-hidden size={18} />}
              {option.title}
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
