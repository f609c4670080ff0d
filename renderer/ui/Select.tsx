import style from './Select.module.css'

/** One among many, with the platform's own list: typing a letter finds it. */
export const Select = <V extends string>({
  label,
  hidden = false,
  value,
  options,
  onChange,
}: {
  readonly label: string
  /** The label is read but not drawn. */
  readonly hidden?: boolean
  readonly value: V
  readonly options: readonly { readonly value: V; readonly title: string }[]
  readonly onChange: (value: V) => void
}) => {
  const select = (
    <select
      value={value}
      {...(hidden ? { 'aria-label': label } : {})}
      className={style.select}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value)
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  )
  if (hidden) return select
  return (
    <label className={style.label}>
      {label}
      {select}
    </label>
  )
}
