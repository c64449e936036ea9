/**
 * The clock, put into every frame of every window that is measured.
 *
 * Painted: the change is seen in the document by an animation frame's callback; that
 * frame paints it, and the next frame's callback reads the clock. So a change made at
 * once costs one to two frames (17–33 ms at 60 Hz), whoever makes it.
 *
 * Calm: no frame has been late for a while; what is waited for ended with the last that was.
 */
(() => {
  // A click in one frame may be answered in another, and a frame's own callbacks get lost
  // when it is navigated: the topmost window that this one may look into keeps the time.
  const clock = topmost();
  const LATE = 50; // ms from one frame to the next: a person begins to notice
  const CALM = 400; // ms without a late frame
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

  /**
   * Watch the frames until they are calm, after `waiting` for something: resolves to the time
   * at which the last late one was painted, or the first, and the longest from one to the next.
   */
  const watch = (waiting = () => false) =>
    new Promise((resolve) => {
      let [last, painted, longest, late, first] = [clock.performance.now(), Infinity, 0, false, true];
      const look = () => {
        const now = clock.performance.now();
        if (late || waiting()) painted = now; // what happened before the last frame is seen now
        longest = Math.max(longest, now - last);
        late = first || now - last > LATE;
        first = waiting();
        last = now;
        if (now - painted < CALM) clock.requestAnimationFrame(look);
        else resolve({ painted: clock.performance.timeOrigin + painted, longest });
      };
      clock.requestAnimationFrame(look);
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
  const released = (event) => (clock.benchReleased ??= sinceEpoch() - (performance.now() - event.timeStamp));
  addEventListener("pointerup", released, true);

  window.bench = {
    /** Expect a click, whose outcome `done` tells; `bench.took` resolves to ms. */
    expectClick(done, patience) {
      if (done()) throw new Error(`shown before the click: ${done}`);
      clock.benchClicked = undefined;
      const shown = painted(() => clock.benchClicked !== undefined && done()).then((end) => end - clock.benchClicked);
      const limit = new Promise((_, reject) => setTimeout(reject, patience, new Error(`never shown: ${done}`)));
      this.took = Promise.race([shown, limit]);
    },
    /** Say once on the console when a frame first shows `done`, in ms since the epoch. */
    tellWhen(done) {
      void painted(() => clock.benchTold || (document.body && done())).then((end) => {
        if (clock.benchTold) return;
        console.debug(`bench:painted ${end}`);
        clock.benchTold = true;
        clock.benchCalm = watch();
      });
    },
    /** Resolves to the time since the epoch from which on the page answered at once. */
    calm: () => clock.benchCalm.then(({ painted }) => painted),
    /** Do something; resolves to the ms until it was painted for good, and the longest frame. */
    async moved(act) {
      const start = sinceEpoch();
      const calm = watch();
      act();
      const { painted, longest } = await calm;
      return [painted - start, longest];
    },
    /** Expect a drag; `bench.dragged` resolves to ms from the pointer's release, and the longest frame. */
    expectDrag() {
      clock.benchReleased = undefined;
      const calm = watch(() => clock.benchReleased === undefined);
      this.dragged = calm.then(({ painted, longest }) => [painted - clock.benchReleased, longest]);
    },
  };
})();
