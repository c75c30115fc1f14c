// What a scope exposes: every function, and of every interface its methods and attributes. One name a line, sorted.
(() => {
  "use strict";
  const own = (thing) => Object.getOwnPropertyNames(thing);
  const found = [];
  for (const name of own(globalThis)) {
    const kind = Object.getOwnPropertyDescriptor(globalThis, name);
    const value = "value" in kind ? kind.value : undefined;
    if (typeof value !== "function") {
      found.push(name);
    } else if (!value.prototype || !/^[A-Z]|^webkit/.test(name)) {
      found.push(`${name}()`);
    } else {
      found.push(name);
      for (const member of own(value.prototype)) if (member !== "constructor") found.push(`${name}.${member}`);
      for (const member of own(value)) if (!["length", "name", "prototype", "arguments", "caller"].includes(member) && /[a-z]/.test(member)) found.push(`${name}::${member}`);
    }
  }
  return found.sort().join("\n");
})()
