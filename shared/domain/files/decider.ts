// Who decides on a file: this office, or another authority.

type Sent = { readonly forwarded: readonly { readonly competent: boolean }[] }

/** Sent to who decides: what the law wants of the competent authority is no longer this office's to do (CRPA L114-2, L114-4). */
export const isWithAnother = ({ forwarded }: Sent): boolean => forwarded.some(({ competent }) => competent)

/** Whether another decides on it: the rules say so, or it was sent there. */
export const isDecidedElsewhere = (
  file: Sent & { readonly regime: { readonly collectsOnly: boolean } },
): boolean => file.regime.collectsOnly || isWithAnother(file)
