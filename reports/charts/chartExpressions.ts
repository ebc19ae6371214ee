import * as vega from "vega";

/** What an expression is made into, before it is bound to the view that uses it. */
type Made = (...given: readonly unknown[]) => unknown;
type Kind = "operator" | "parameter" | "event" | "handler" | "encode";

/** The place in a view that an expression belongs to. */
interface Context {
  readonly functions?: object;
}

type Generator = Readonly<Record<Kind, (context: Context, expression: object) => Made>>;

/** Vega's own generator of functions from a template's expressions, which it hands over only within a context. */
const { expr: generator } = (
  vega as unknown as { runtimeContext: (view: object, transforms: object) => { readonly expr: Generator } }
).runtimeContext({ events() {} }, {});

/**
 * The functions of a template's expressions, for a view's option `expr`: made once by Vega's own generator and bound to each
 * view that draws from the template, where Vega by itself makes all of them again for every picture.
 */
export const chartExpressions = {
  ...generator,
  operator: madeOnce("operator"),
  parameter: madeOnce("parameter"),
  event: madeOnce("event"),
  handler: madeOnce("handler"),
  encode: madeOnce("encode"),
};

function madeOnce(kind: Kind) {
  const known = new WeakMap<object, Made>();
  return ({ functions }: Context, expression: object): Made => {
    const made = known.get(expression) ?? generator[kind]({}, expression);
    known.set(expression, made);
    return functions === undefined ? made : (made.bind(functions) as Made);
  };
}
