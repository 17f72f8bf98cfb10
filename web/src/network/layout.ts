import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Scene } from './scene.js';

export interface LayoutRequest {
  readonly id: number;
  readonly nodes: readonly {
    readonly x: number | null;
    readonly y: number | null;
    readonly isPinned: boolean;
    readonly radius: number;
  }[];
  readonly links: readonly (readonly [number, number])[];
  /** Whether most nodes keep the places that they have. */
  readonly isMoved: boolean;
}

export interface LayoutProgress {
  readonly id: number;
  readonly positions: Float32Array;
  readonly isDone: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where nodes are, by key; nodes that were shown before keep their places. */
export type Places = Map<string, Point>;

export interface Layout {
  readonly places: Places;
  /** Counts the changes of places. */
  readonly step: number;
  /** The scene whose layout is complete. */
  readonly done: Scene | null;
}

/**
 * Computes the places of the nodes in a worker, so that the page stays responsive. Whoever takes the drawing away and
 * brings it back keeps the places.
 */
export function useLayout(
  scene: Scene,
  pins: ReadonlyMap<string, Point>,
  kept?: RefObject<Places>,
): Layout {
  const own = useRef<Places>(new Map());
  const places = kept ?? own;
  const worker = useRef<Worker | null>(null);
  const request = useRef(0);
  const [state, setState] = useState<{ step: number; done: Scene | null }>({ step: 0, done: null });
  const pinned = useRef(pins);
  useEffect(() => {
    pinned.current = pins;
    for (const [key, point] of pins) places.current.set(key, point);
    setState(({ step, done }) => ({ step: step + 1, done }));
  }, [pins, places]);

  useEffect(() => {
    const running = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.current = running;
    return () => {
      running.terminate();
      worker.current = null;
    };
  }, []);

  useEffect(() => {
    const running = worker.current;
    if (!running) return undefined;
    const { nodes, edges } = scene;
    const id = (request.current += 1);
    const known = nodes.filter(({ key }) => places.current.has(key)).length;
    const index = new Map(nodes.map(({ key }, at) => [key, at]));
    const message: LayoutRequest = {
      id,
      nodes: nodes.map(({ key, radius }) => {
        const place = places.current.get(key);
        return {
          x: place?.x ?? null,
          y: place?.y ?? null,
          isPinned: pinned.current.has(key),
          radius,
        };
      }),
      links: edges.flatMap(({ from, to }) => {
        const [source, target] = [index.get(from), index.get(to)];
        return source === undefined || target === undefined ? [] : [[source, target] as const];
      }),
      isMoved: nodes.length > 0 && known / nodes.length > 0.5,
    };
    const take = ({ data }: MessageEvent<LayoutProgress>) => {
      // Of an earlier scene.
      if (data.id !== id) return;
      // Nodes come to rest in sight only of those who do not mind.
      if (!data.isDone && matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      nodes.forEach(({ key }, at) => {
        if (pinned.current.has(key)) return;
        places.current.set(key, {
          x: data.positions[2 * at] ?? 0,
          y: data.positions[2 * at + 1] ?? 0,
        });
      });
      setState(({ step, done }) => ({ step: step + 1, done: data.isDone ? scene : done }));
    };
    running.addEventListener('message', take);
    running.postMessage(message);
    return () => running.removeEventListener('message', take);
  }, [scene, places]);

  return { places: places.current, ...state };
}
