// Inserts code into a TypeScript file at places that its syntax tree names, so that formatting and comments do not matter.
import ts from 'typescript';

/** A TypeScript file, as it becomes. */
export class Source {
  /**
   * @param {string} path
   * @param {string} text
   */
  constructor(path, text) {
    this.path = path;
    this.text = text;
  }

  #parse() {
    return ts.createSourceFile(this.path, this.text, ts.ScriptTarget.Latest, true);
  }

  /** @param {number} at */
  #insert(at, /** @type {string} */ text) {
    this.text = this.text.slice(0, at) + text + this.text.slice(at);
  }

  /**
   * Imports a name, from a module that may be imported already.
   * @param {string} name
   * @param {string} from
   * @param {boolean} isType
   */
  addImport(name, from, isType = false) {
    const imports = this.#parse().statements.filter(ts.isImportDeclaration);
    const same = imports.find(({ moduleSpecifier }) => moduleSpecifier.text === from);
    const bindings = same?.importClause?.namedBindings;
    if (same === undefined || bindings === undefined || !ts.isNamedImports(bindings)) {
      const statement = `import ${isType ? 'type ' : ''}{ ${name} } from '${from}';`;
      const last = imports.at(-1);
      if (last === undefined) this.#insert(0, `${statement}\n\n`);
      else this.#insert(last.end, `\n${statement}`);
      return;
    }
    if (bindings.elements.some((element) => element.name.text === name)) return;
    const ofTypes = same.importClause?.isTypeOnly === true;
    if (ofTypes && !isType) {
      this.#insert(same.end, `\nimport { ${name} } from '${from}';`);
      return;
    }
    const last = bindings.elements.at(-1);
    const text = isType && !ofTypes ? `type ${name}` : name;
    if (last === undefined) this.#insert(bindings.end - 1, text);
    else this.#insert(last.end, `, ${text}`);
  }

  /** Adds an element at the end of the list or object that a constant is. */
  addElement(/** @type {string} */ constant, /** @type {string} */ text) {
    const { list } = this.#constant(constant);
    const elements = ts.isArrayLiteralExpression(list) ? list.elements : list.properties;
    const last = elements.at(-1);
    if (last === undefined) this.#insert(list.getStart() + 1, text);
    else this.#insert(last.end, `, ${text}`);
  }

  /** Adds an element at the end of the list that a function returns. */
  addReturned(/** @type {string} */ name, /** @type {string} */ text) {
    const returned = this.#returnOf(name)?.expression;
    if (returned === undefined || !ts.isArrayLiteralExpression(returned)) {
      throw this.#unlike(`the function ${name}, which returns a list`);
    }
    const last = returned.elements.at(-1);
    this.#insert(last?.end ?? returned.getStart() + 1, `${last === undefined ? '' : ', '}${text}`);
  }

  /** Adds a statement before the one that returns from a function. */
  addBeforeReturn(/** @type {string} */ name, /** @type {string} */ statement) {
    const at = this.#returnOf(name)?.getStart();
    if (at === undefined) throw this.#unlike(`the function ${name}, which returns at its end`);
    this.#insert(at, `${statement}\n`);
  }

  /** Adds at the end, by default after an empty line. */
  append(/** @type {string} */ text, separator = '\n\n') {
    this.text = `${this.text.trimEnd()}${separator}${text}\n`;
  }

  /** The names and texts of what an object has. */
  propertiesOf(/** @type {string} */ constant) {
    const { list } = this.#constant(constant);
    if (!ts.isObjectLiteralExpression(list)) throw this.#unlike(`the object ${constant}`);
    return new Map(
      list.properties
        .filter(ts.isPropertyAssignment)
        .map(({ name, initializer }) => [
          ts.isStringLiteral(name) ? name.text : name.getText(),
          initializer.getText(),
        ]),
    );
  }

  /** The name of the only exported constant whose name ends so. */
  constantThatEnds(/** @type {string} */ end) {
    const names = this.#constants().map(({ name }) => name.getText());
    const found = names.filter((name) => name.endsWith(end));
    if (found.length !== 1) throw this.#unlike(`one constant whose name ends in ${end}`);
    return found[0];
  }

  /** The names of the classes that it exports. */
  classes() {
    return this.#parse().statements.flatMap((statement) =>
      ts.isClassDeclaration(statement) && statement.name ? [statement.name.text] : [],
    );
  }

  #constants() {
    return this.#parse()
      .statements.filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations]);
  }

  /** @param {string} constant */
  #constant(constant) {
    const declaration = this.#constants().find(({ name }) => name.getText() === constant);
    let list = declaration?.initializer;
    while (list && (ts.isAsExpression(list) || ts.isSatisfiesExpression(list))) {
      list = list.expression;
    }
    if (!list || !(ts.isArrayLiteralExpression(list) || ts.isObjectLiteralExpression(list))) {
      throw this.#unlike(`the list ${constant}`);
    }
    return { list };
  }

  /** @param {string} name */
  #returnOf(name) {
    return this.#parse()
      .statements.filter(ts.isFunctionDeclaration)
      .find((each) => each.name?.text === name)
      ?.body?.statements.findLast(ts.isReturnStatement);
  }

  /** @param {string} expected */
  #unlike(expected) {
    return new Error(
      `${this.path} does not have ${expected}. Adapt scripts/new-entity to the file, or add the entity by hand.`,
    );
  }
}
