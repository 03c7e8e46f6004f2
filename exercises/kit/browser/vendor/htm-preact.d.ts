// The types of what we use of htm-preact.js. A component's props are checked where it says so.
// deno-lint-ignore-file no-explicit-any

export type Drawn = any
export type Ref<T> = { current: T }
type Clean = void | undefined | null | boolean | number | (() => void)

export function html(strings: TemplateStringsArray, ...values: unknown[]): Drawn
export function render(drawn: Drawn, parent: Element): void

// Of what begins as null or [] nothing is known yet: it may become anything.
export function useState(initial: null): [any, (next: any) => void]
export function useState(initial: never[]): [any[], (next: any) => void]
export function useState<T>(initial: T | (() => T)): [T, (next: T | ((before: T) => T)) => void]
export function useRef(initial: null): Ref<any>
export function useRef<T>(initial: T): Ref<Filled<T>>
type Filled<T> = T extends (...given: any[]) => unknown ? T
  : T extends object
    ? keyof T extends never ? any
    : { [K in keyof T]: T[K] extends null ? any : T[K] extends never[] ? any[] : T[K] }
  : T
export function useEffect(effect: () => Clean, inputs?: unknown[]): void
export function useLayoutEffect(effect: () => Clean, inputs?: unknown[]): void
export function useMemo<T>(make: () => T, inputs: unknown[]): T
export function useErrorBoundary(tell?: (error: unknown) => void): [unknown, () => void]

export class Component<P = any> {
  props: P
  constructor(props: P)
  setState(state: object): void
  forceUpdate(): void
  shouldComponentUpdate?(next: P): boolean
  render(props: P): Drawn
}
