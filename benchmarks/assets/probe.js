/**
 * The clock, put into every frame of every window that is measured.
 *
 * Painted: the change is seen in the document by an animation frame's callback; that
 * frame paints it, and the next frame's callback reads the clock. So a change made at
 * once costs one to two frames (17–33 ms at 60 Hz), whoever makes it.
 */
(() => {
  // A click in one frame may be answered in another, and a frame's own callbacks get lost
  // when it is navigated: the topmost window that this one may look into keeps the time.
  const clock = topmost();
  const sinceEpoch = () => clock.performance.timeOrigin + clock.performance.now();

  /** A sandboxed frame is alone. */
  function topmost() {
    try {
      return top.document ? top : window;
    } catch {
      return window;
    }
  }

  /** Resolves to the time at which the frame that first shows `done()` has been painted. */
  const painted = (done) =>
    new Promise((resolve, reject) => {
      const next = (step) => clock.requestAnimationFrame(() => tried(step, reject));
      const look = () => (done() ? next(() => resolve(sinceEpoch())) : next(look));
      next(look);
    });

  const tried = (step, reject) => {
    try {
      step();
    } catch (error) {
      reject(error);
    }
  };

  // The event's own time: from then on a person waits, also for work that is in its way.
  const clicked = (event) => (clock.benchClicked ??= sinceEpoch() - (performance.now() - event.timeStamp));
  addEventListener("click", clicked, true);

  window.bench = {
    /** Expect a click, whose outcome `done` tells; `bench.took` resolves to ms. */
    expectClick(done) {
      if (done()) throw new Error(`shown before the click: ${done}`);
      clock.benchClicked = undefined;
      const shown = painted(() => clock.benchClicked !== undefined && done()).then((end) => end - clock.benchClicked);
      const limit = new Promise((_, reject) => setTimeout(reject, 20_000, new Error(`never shown: ${done}`)));
      this.took = Promise.race([shown, limit]);
    },
    /** Say once on the console when a frame first shows `done`, in ms since the epoch. */
    tellWhen(done) {
      void painted(() => clock.benchTold || (document.body && done())).then((end) => {
        if (!clock.benchTold) console.debug(`bench:painted ${end}`);
        clock.benchTold = true;
      });
    },
  };
})();
