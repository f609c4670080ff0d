import type { Input, Output } from '../../shared/contract/index.ts'

export type PrintingView = Output<'printing.view'>

/** Each act says whether it was done; a refusal is said by the page's notices. */
export type PrintingActs = {
  readonly retry: (input: Input<'print.retry'>) => Promise<boolean>
  readonly redirect: (input: Input<'print.redirect'>) => Promise<boolean>
  readonly cancel: (input: Input<'print.cancel'>) => Promise<boolean>
  readonly label: (input: Input<'print.label'>) => Promise<boolean>
}
