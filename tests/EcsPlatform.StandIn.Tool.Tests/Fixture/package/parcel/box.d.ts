import * as pulumi from "@pulumi/pulumi";
/**
 * A box.
 */
export declare class Box extends pulumi.CustomResource {
    static isInstance(obj: any): obj is Box;
    readonly code: pulumi.Output<string | undefined>;
    readonly label: pulumi.Output<string>;
    readonly sides: pulumi.Output<outputs.parcel.BoxSide[]>;
    readonly weight: pulumi.Output<number>;
    constructor(name: string, args: BoxArgs, opts?: pulumi.CustomResourceOptions);
}
/**
 * The set of arguments for constructing a Box resource.
 */
export interface BoxArgs {
    /**
     * The code.
     */
    code?: pulumi.Input<string>;
    label: pulumi.Input<string>;
    /**
     * The sides. Changing this forces a new resource.
     */
    sides?: pulumi.Input<pulumi.Input<inputs.parcel.BoxSide>[]>;
    weight?: pulumi.Input<number>;
}
