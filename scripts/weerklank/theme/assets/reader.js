// What makes reading a little easier; every page works without it.
import "./reading/light.js";
import "./reading/margin.js";
import "./reading/lens.js";
import "./reading/print.js";
import "./reading/preview.js";
import "./reading/return.js";
import "./reading/address.js";
import "./reading/cite.js";
import "./reading/range.js";
import "./reading/own_notes.js";
