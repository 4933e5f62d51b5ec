export declare namespace parcel {
    interface BoxSide {
        /**
         * @deprecated Paint it.
         */
        colour?: pulumi.Input<string>;
        kind: pulumi.Input<enums.parcel.SideKind>;
    }
}
