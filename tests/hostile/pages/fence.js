// Runs named attempts and keeps what became of each, for the test to read. Everything here is meant to be refused.
"use strict";
const attempts = {};
const outcomes = {};
const place = () => document.getElementById("place");

// Settle after this long: what neither loads nor fails must not hold up the rest.
const within = (promise, ms = 1500) =>
  Promise.race([promise, new Promise((done) => setTimeout(() => done("no answer"), ms))]);

// An element in the page: done when it has loaded or failed.
const element = (tag, values, parent) => {
  const made = document.createElement(tag);
  const settled = new Promise((done) => {
    made.addEventListener("load", () => done("loaded"));
    made.addEventListener("error", () => done("refused"));
  });
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  (parent || place()).append(made);
  return within(settled, 700);
};

const said = (error) => `${error.name}: ${error.message}`.slice(0, 120);

const attempt = async (name, ...values) => {
  try {
    outcomes[name] = String(await within(Promise.resolve(attempts[name](...values)), 4000));
  } catch (error) {
    outcomes[name] = said(error);
  }
};

// Every attempt at every target in turn: {name: [address, …]}; all names at once, as a page would. Sets ``finished``.
const assault = async (targets) => {
  outcomes.finished = "";
  await Promise.all(Object.entries(targets).map(async ([name, addresses]) => {
    for (const address of addresses) await attempt(name, address);
  }));
  outcomes.finished = "yes";
};
