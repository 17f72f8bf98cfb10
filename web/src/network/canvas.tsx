import { select } from 'd3-selection';
import { zoom as d3Zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../context.js';
import { draw, fitted, toScreen, type Camera } from './draw.js';
import { nearest, nextInDirection } from './hit.js';
import type { Layout, Point } from './layout.js';
import type { Emphasis, Scene } from './scene.js';
import { useTheme } from './theme.js';

export interface CanvasActions {
  readonly select: (key: string | null) => void;
  /** Puts a node in the center. */
  readonly focus: (key: string) => void;
  /** Asks how the selected node and another one are connected. */
  readonly connect: (key: string) => void;
  readonly pin: (key: string, point: Point) => void;
}

interface NetworkCanvasProps {
  readonly scene: Scene;
  readonly layout: Layout;
  readonly emphasis: Omit<Emphasis, 'hovered'>;
  readonly actions: CanvasActions;
  /** What a screen reader says of the selected node. */
  readonly status: string;
  /** Whether it is a part of a longer page, which a wheel and a finger on the drawing still move. */
  readonly isPart?: boolean;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The drawing: pan, zoom, hover, select, drag, and all of it by keyboard. */
export function NetworkCanvas({
  scene,
  layout,
  emphasis,
  actions,
  status,
  isPart = false,
}: NetworkCanvasProps) {
  const { words } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const camera = useRef<Camera>({ x: 0, y: 0, k: 1 });
  const behavior = useRef<ZoomBehavior<HTMLCanvasElement, unknown> | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [hovered, setHovered] = useState<string | null>(null);
  const dragged = useRef<{ key: string; hasMoved: boolean } | null>(null);
  /** Whether the reader has moved the drawing, which then stays as it is. */
  const isMoved = useRef(false);
  const theme = useTheme();

  const paint = useEffectEvent(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(context, scene, layout.places, camera.current, { ...emphasis, hovered }, theme, size);
  });
  const frame = useRef(0);
  const repaint = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => paint());
  }, []);

  const moveCamera = useEffectEvent((next: Camera) => {
    if (!canvas.current || !behavior.current) return;
    behavior.current.transform(
      select(canvas.current),
      zoomIdentity.translate(next.x, next.y).scale(next.k),
    );
  });
  const showAll = useEffectEvent(() => {
    isMoved.current = false;
    moveCamera(
      fitted(
        scene.nodes.flatMap(({ key }) => layout.places.get(key) ?? []),
        size,
      ),
    );
  });

  const hitAt = useEffectEvent((event: { clientX: number; clientY: number }): string | null => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return null;
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    return nearest(scene, layout.places, camera.current, point);
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const zooming = d3Zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([0.05, 8])
      .filter((event: MouseEvent | TouchEvent) => {
        if (isPart && event.type === 'wheel') return event.ctrlKey;
        if (isPart && 'touches' in event) return event.touches.length > 1;
        // A node is dragged, and the rest of the plane is moved.
        return event.type === 'mousedown'
          ? hitAt(event as MouseEvent) === null
          : event.type !== 'dblclick';
      })
      .on(
        'zoom',
        ({ transform, sourceEvent }: { transform: Camera; sourceEvent: Event | null }) => {
          camera.current = { x: transform.x, y: transform.y, k: transform.k };
          if (sourceEvent !== null) isMoved.current = true;
          repaint();
        },
      );
    behavior.current = zooming;
    select(element).call(zooming);
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      element.width = width * devicePixelRatio;
      element.height = height * devicePixelRatio;
      setSize({ width, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      select(element).on('.zoom', null);
    };
  }, [repaint, isPart]);

  // Another network is shown as a whole, until the reader moves it.
  useEffect(() => {
    isMoved.current = false;
  }, [scene]);
  useEffect(() => {
    if (!isMoved.current && size.width > 0) showAll();
    repaint();
  }, [layout.step, scene, size, repaint]);
  useEffect(repaint, [emphasis, hovered, theme, repaint]);

  const zoomBy = (factor: number) => {
    if (canvas.current && behavior.current) {
      isMoved.current = true;
      behavior.current.scaleBy(select(canvas.current), factor);
    }
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { selected } = emphasis;
    const direction = ARROWS[event.key];
    if (direction) {
      actions.select(nextInDirection(scene, layout.places, selected, direction));
    } else if (event.key === 'Enter' && selected !== null) actions.focus(selected);
    else if (event.key === 'Escape') actions.select(null);
    else if (event.key === '+' || event.key === '=') zoomBy(1.4);
    else if (event.key === '-') zoomBy(1 / 1.4);
    else if (event.key === '0') showAll();
    else return;
    event.preventDefault();
  };

  const onPointerDown = (event: React.PointerEvent) => {
    const key = hitAt(event);
    if (key === null || event.button !== 0) return;
    dragged.current = { key, hasMoved: false };
    canvas.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: React.PointerEvent) => {
    const drag = dragged.current;
    if (drag === null) {
      setHovered(event.pointerType === 'touch' ? null : hitAt(event));
      return;
    }
    const place = layout.places.get(drag.key);
    if (!place || (!drag.hasMoved && event.movementX === 0 && event.movementY === 0)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { x, y, k } = camera.current;
    const next = {
      x: (event.clientX - box.left - x) / k,
      y: (event.clientY - box.top - y) / k,
    };
    const from = toScreen(place, camera.current);
    const to = toScreen(next, camera.current);
    if (!drag.hasMoved && Math.hypot(to.x - from.x, to.y - from.y) < 4) return;
    drag.hasMoved = true;
    layout.places.set(drag.key, next);
    repaint();
  };
  const onPointerUp = (event: React.PointerEvent) => {
    const drag = dragged.current;
    dragged.current = null;
    if (drag?.hasMoved === true) {
      const place = layout.places.get(drag.key);
      if (place) actions.pin(drag.key, place);
    } else if (drag !== null) {
      if (event.shiftKey) actions.connect(drag.key);
      else actions.select(drag.key);
    }
  };

  const isReady = layout.done === scene && size.width > 0;
  return (
    <div className="drawing">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={words.network.canvas}
        aria-describedby="drawing-status"
        data-ready={isReady}
        className={hovered === null ? undefined : 'over-node'}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setHovered(null)}
        onClick={(event) => {
          if (hitAt(event) === null) actions.select(null);
        }}
        onDoubleClick={(event) => {
          const key = hitAt(event);
          if (key !== null) actions.focus(key);
        }}
      />
      <p id="drawing-status" role="status" className="visually-hidden">
        {status}
      </p>
      <div className="zoom" role="group">
        <button type="button" aria-label={words.network.zoomIn} onClick={() => zoomBy(1.4)}>
          +
        </button>
        <button type="button" aria-label={words.network.zoomOut} onClick={() => zoomBy(1 / 1.4)}>
          −
        </button>
        <button type="button" onClick={() => showAll()}>
          {words.network.zoomAll}
        </button>
      </div>
    </div>
  );
}
