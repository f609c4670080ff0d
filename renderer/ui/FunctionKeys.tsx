import { Button } from './Button.tsx'
import style from './FunctionKeys.module.css'

export type FunctionKey = {
  /** « F2 », as the keyboard shows it. */
  readonly key: string
  /** What `useKeys` binds, when it is not the key's own name. */
  readonly code?: string
  readonly label: string
  /** What it would do here, or why it does not apply; one short line. */
  readonly detail?: string | undefined
  readonly onPress: () => void
  /** Its part of the bar's width, as pixels on the narrowest window: places don't move with what is said in them. */
  readonly share: number
  /** A key that does not apply stays at its place, greyed. */
  readonly applies: boolean
  readonly primary?: boolean
}

/** The bar of function keys: the same keys at the same places whatever happens. */
export const FunctionKeys = ({
  keys,
  label,
}: {
  readonly keys: readonly FunctionKey[]
  readonly label: string
}) => (
  <div className={style.room}>
    <div
      className={style.bar}
      style={{ gridTemplateColumns: keys.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') }}
      role="toolbar"
      aria-label={label}
    >
      {keys.map(({ key, label: name, detail, onPress, applies, primary = false }) => (
        <Button
          key={key}
          keyCap={key}
          isDisabled={!applies}
          kind={primary && applies ? 'primary' : 'plain'}
          onPress={onPress}
          aria-keyshortcuts={key.replace('Ctrl ', 'Control+')}
        >
          {name}
          {detail !== undefined && <small className={style.detail}>{detail}</small>}
        </Button>
      ))}
    </div>
  </div>
)
