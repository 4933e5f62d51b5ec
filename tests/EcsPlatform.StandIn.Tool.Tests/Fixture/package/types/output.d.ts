export declare namespace parcel {
    interface BoxSide {
        colour?: string;
        kind: enums.parcel.SideKind;
    }
}
