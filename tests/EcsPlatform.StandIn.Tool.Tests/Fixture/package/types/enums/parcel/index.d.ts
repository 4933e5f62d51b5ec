export declare const SideKind: {
    readonly Open: "open";
    readonly Closed: "closed";
};
export type SideKind = (typeof SideKind)[keyof typeof SideKind];
