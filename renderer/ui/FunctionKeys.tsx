import { Button } from './Button.tsx'
import style from './FunctionKeys.module.css'

export type FunctionKey = {
  /** « F2 »: the same text is the key's code. */
  readonly key: string
  readonly label: string
  readonly onPress: () => void
  /** A key that does not apply stays at its place, greyed. */
  readonly applies: boolean
  readonly primary?: boolean
  /** Begins a second group. */
  readonly apart?: boolean
}

/** The bar of function keys: the same keys at the same places whatever happens. */
export const FunctionKeys = ({
  keys,
  label,
}: {
  readonly keys: readonly FunctionKey[]
  readonly label: string
}) => (
  <div className={style.bar} role="toolbar" aria-label={label}>
    {keys.flatMap(({ key, label: name, onPress, applies, primary = false, apart = false }) => [
      ...(apart ? [<span key={`${key}-gap`} className={style.gap} />] : []),
      <Button
        key={key}
        keyCap={key}
        isDisabled={!applies}
        kind={primary && applies ? 'primary' : 'plain'}
        onPress={onPress}
        aria-keyshortcuts={key}
      >
        {name}
      </Button>,
    ])}
  </div>
)
