export declare const SideKind: {
    readonly Open: "open";
    readonly Closed: "closed";
    /**
     * @deprecated Nobody leans any more.
     */
    readonly Leaning: "leaning";
};
export type SideKind = (typeof SideKind)[keyof typeof SideKind];
